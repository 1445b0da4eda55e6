    SELECT p.book, m.person, MIN(m.sex) AS sex
    FROM param p
    JOIN dim_member m ON m.book = p.book AND m.entered <= p.as_of AND (m.left_day IS NULL OR m.left_day > p.first_day)
    GROUP BY p.book, m.person
