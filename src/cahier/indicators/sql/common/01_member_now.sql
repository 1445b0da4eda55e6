    SELECT p.book, m.person, m.code, m.entered, m.sex, m.birth_year, m.birth_day, m.area_m2, m.family,
           CASE WHEN m.birth_day IS NOT NULL THEN CASE WHEN m.birth_day > p.youth_born THEN 1 ELSE 0 END
                WHEN m.birth_year IS NOT NULL THEN CASE WHEN p.this_year - m.birth_year < 35 THEN 1 ELSE 0 END
           END AS young
    FROM param p
    JOIN dim_member m ON m.book = p.book AND m.entered <= p.as_of AND (m.left_day IS NULL OR m.left_day > p.as_of)
