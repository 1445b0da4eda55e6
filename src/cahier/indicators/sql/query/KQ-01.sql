WITH benefit AS (
    SELECT book, person, SUM(amount) AS amount
    FROM (
        SELECT p.book, y.person, y.amount FROM param p
        JOIN fact_payment y ON y.book = p.book AND y.day BETWEEN p.first_day AND p.as_of
        UNION ALL
        SELECT book, supplier, advance FROM season_delivery
    ) handed
    GROUP BY book, person
),
ranked AS (
    SELECT m.book, COALESCE(b.amount, 0) AS amount, ROW_NUMBER() OVER (PARTITION BY m.book ORDER BY m.area_m2, m.code, m.person) AS place,
           COUNT(*) OVER (PARTITION BY m.book) AS members
    FROM member_now m
    LEFT JOIN benefit b ON b.book = m.book AND b.person = m.person
    WHERE m.area_m2 IS NOT NULL
),
half AS (
    SELECT book, MAX(members) AS members, SUM(amount) AS amount, COUNT(CASE WHEN place * 2 <= members THEN 1 END) AS small,
           SUM(CASE WHEN place * 2 <= members THEN amount ELSE 0 END) AS small_amount
    FROM ranked
    GROUP BY book
)
SELECT c.book, '' AS grp, COALESCE(h.small_amount * h.members, 0) AS numerator, COALESCE(h.amount * h.small, 0) AS denominator,
       c.members AS needed, COALESCE(h.members, 0) AS found
FROM member_count c
LEFT JOIN half h ON h.book = c.book
