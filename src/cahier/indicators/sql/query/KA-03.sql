WITH newest AS (
    SELECT p.book, c.account, c.counted, c.day, ROW_NUMBER() OVER (PARTITION BY p.book, c.account ORDER BY c.day DESC, c.counted) AS place
    FROM param p
    JOIN fact_cash_count c ON c.book = p.book AND c.day BETWEEN p.year_start AND p.as_of
),
compared AS (
    SELECT n.book, n.account, n.counted, COALESCE(SUM(e.amount), 0) AS booked
    FROM newest n
    LEFT JOIN fact_cash e ON e.book = n.book AND e.account = n.account AND e.day <= n.day
    WHERE n.place = 1
    GROUP BY n.book, n.account, n.counted
)
SELECT p.book, '' AS grp,
       COALESCE(SUM(CASE WHEN c.counted > c.booked THEN c.counted - c.booked ELSE c.booked - c.counted END), 0) AS numerator,
       CASE WHEN SUM(c.booked) > 0 THEN SUM(c.booked)
            WHEN SUM(CASE WHEN c.counted <> c.booked THEN 1 ELSE 0 END) = 0 THEN 1 ELSE 0 END AS denominator,
       CASE WHEN COUNT(c.account) > 0 THEN COUNT(c.account) ELSE 1 END AS needed, COUNT(c.account) AS found
FROM param p
LEFT JOIN compared c ON c.book = p.book
GROUP BY p.book
