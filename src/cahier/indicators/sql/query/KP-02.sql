WITH listed AS (
    SELECT y.book, y.delivery, y.type, y.day, COALESCE(y.due_day, a.day) AS due_day
    FROM paid y
    LEFT JOIN announced a ON a.book = y.book AND a.delivery = y.delivery AND a.type = y.type
    UNION ALL
    SELECT a.book, a.delivery, a.type, NULL, a.day
    FROM announced a
    JOIN param p ON p.book = a.book AND a.day < p.as_of
    LEFT JOIN paid y ON y.book = a.book AND y.delivery = a.delivery AND y.type = a.type
    WHERE y.delivery IS NULL
)
SELECT p.book, '' AS grp, COUNT(CASE WHEN l.day <= l.due_day THEN 1 END) AS numerator, COUNT(l.due_day) AS denominator,
       COUNT(l.delivery) AS needed, COUNT(l.due_day) AS found
FROM param p
LEFT JOIN listed l ON l.book = p.book
GROUP BY p.book
