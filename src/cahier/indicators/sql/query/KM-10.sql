WITH supplied AS (
    SELECT book, supplier, SUM(accepted) AS volume, COUNT(*) AS deliveries FROM main_delivery GROUP BY book, supplier
),
ranked AS (
    SELECT book, volume, deliveries, ROW_NUMBER() OVER (PARTITION BY book ORDER BY volume DESC, supplier) AS place,
           COUNT(*) OVER (PARTITION BY book) AS suppliers
    FROM supplied
)
SELECT p.book, '' AS grp,
       COALESCE(SUM(CASE WHEN (r.place - 1) * 10 < r.suppliers THEN r.volume ELSE 0 END), 0) AS numerator,
       COALESCE(SUM(r.volume), 0) AS denominator, COALESCE(SUM(r.deliveries), 0) AS needed,
       COALESCE(SUM(r.deliveries), 0) AS found
FROM param p
LEFT JOIN ranked r ON r.book = p.book
GROUP BY p.book
