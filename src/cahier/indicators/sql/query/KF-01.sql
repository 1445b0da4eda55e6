WITH sold AS (
    SELECT p.book, COALESCE(SUM(s.value), 0) AS value, COUNT(*) AS sales, COUNT(s.value) AS known
    FROM param p JOIN fact_sale s ON s.book = p.book AND s.day BETWEEN p.year_start AND p.as_of
    GROUP BY p.book
),
spent AS (
    SELECT p.book, SUM(CASE WHEN c.category = 'purchase' THEN c.amount ELSE 0 END) AS purchase,
           SUM(CASE WHEN c.category <> 'purchase' AND c.recurrent = 1 AND c.granted = 0 THEN c.amount ELSE 0 END) AS recurrent,
           COUNT(CASE WHEN c.category = 'purchase' THEN 1 END) AS purchases
    FROM param p JOIN fact_cost c ON c.book = p.book AND c.day BETWEEN p.year_start AND p.as_of
    GROUP BY p.book
),
to_producers AS (
    SELECT book, SUM(amount) AS amount
    FROM (
        SELECT p.book, y.amount FROM param p
        JOIN fact_payment y ON y.book = p.book AND y.type <> 'premium' AND y.day BETWEEN p.year_start AND p.as_of
        UNION ALL
        SELECT p.book, d.advance FROM param p
        JOIN fact_delivery d ON d.book = p.book AND d.day BETWEEN p.year_start AND p.as_of
    ) handed
    GROUP BY book
),
earned AS (
    SELECT book, SUM(amount) AS amount FROM year_cash WHERE amount > 0 AND purpose IN ('fees', 'services') GROUP BY book
)
SELECT p.book, '' AS grp,
       COALESCE(s.value, 0) + COALESCE(e.amount, 0)
       - CASE WHEN c.purchases > 0 THEN c.purchase ELSE COALESCE(t.amount, 0) END AS numerator,
       COALESCE(c.recurrent, 0) AS denominator, COALESCE(s.sales, 0) + 1 AS needed,
       CASE WHEN c.book IS NULL THEN 0 ELSE COALESCE(s.known, 0) + 1 END AS found
FROM param p
LEFT JOIN sold s ON s.book = p.book
LEFT JOIN spent c ON c.book = p.book
LEFT JOIN to_producers t ON t.book = p.book
LEFT JOIN earned e ON e.book = p.book
