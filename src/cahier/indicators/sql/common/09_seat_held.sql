    SELECT p.book, s.mandate, s.person, s.office, s.body, s.section, s.elected, s.start_day, s.until_day, s.sex, s.family,
           CASE WHEN s.birth_day IS NOT NULL THEN CASE WHEN s.birth_day > p.youth_born THEN 1 ELSE 0 END
                WHEN s.birth_year IS NOT NULL THEN CASE WHEN p.this_year - s.birth_year < 35 THEN 1 ELSE 0 END
           END AS young
    FROM param p
    JOIN fact_mandate s ON s.book = p.book AND s.start_day <= p.as_of AND (s.ended_day IS NULL OR s.ended_day > p.as_of)
