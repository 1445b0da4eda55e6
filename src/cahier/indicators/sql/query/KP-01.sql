WITH first_paid AS (
    SELECT book, delivery, MIN(day) AS day FROM paid GROUP BY book, delivery
),
promise AS (
    SELECT book, delivery, MIN(day) AS day FROM announced GROUP BY book, delivery
),
listed AS (
    SELECT d.book, d.delivery,
           CASE WHEN d.advance > 0 THEN 0
                WHEN f.day IS NOT NULL THEN f.day - d.day
                WHEN r.day < p.as_of THEN p.as_of - d.day END AS days,
           CASE WHEN d.advance > 0 OR f.day IS NOT NULL OR r.day IS NOT NULL THEN 1 ELSE 0 END AS known,
           CASE WHEN d.advance = 0 AND f.day IS NULL AND r.day >= p.as_of THEN 1 ELSE 0 END AS waits
    FROM member_delivery d
    JOIN param p ON p.book = d.book
    LEFT JOIN first_paid f ON f.book = d.book AND f.delivery = d.delivery
    LEFT JOIN promise r ON r.book = d.book AND r.delivery = d.delivery
),
ranked AS (
    SELECT book, days, ROW_NUMBER() OVER (PARTITION BY book ORDER BY days) AS place, COUNT(*) OVER (PARTITION BY book) AS cases
    FROM listed
    WHERE days IS NOT NULL
),
middle AS (
    SELECT book, SUM(CASE WHEN place * 2 BETWEEN cases AND cases + 1 THEN days ELSE 0 END)
           + SUM(CASE WHEN place * 2 BETWEEN cases + 1 AND cases + 2 THEN days ELSE 0 END) AS twice
    FROM ranked
    GROUP BY book
)
SELECT p.book, '' AS grp, COALESCE(m.twice, 0) AS numerator, CASE WHEN m.book IS NULL THEN 0 ELSE 2 END AS denominator,
       COUNT(CASE WHEN l.waits = 0 THEN 1 END) AS needed, COUNT(CASE WHEN l.waits = 0 AND l.known = 1 THEN 1 END) AS found
FROM param p
LEFT JOIN listed l ON l.book = p.book
LEFT JOIN middle m ON m.book = p.book
GROUP BY p.book, m.book, m.twice
