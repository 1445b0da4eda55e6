WITH bought AS (
    SELECT book, buyer, COALESCE(SUM(value), 0) AS value, COUNT(*) AS sales, COUNT(value) AS known FROM season_sale GROUP BY book, buyer
)
SELECT p.book, '' AS grp, COALESCE(MAX(b.value), 0) AS numerator, COALESCE(SUM(b.value), 0) AS denominator,
       COALESCE(SUM(b.sales), 0) AS needed, COALESCE(SUM(b.known), 0) AS found
FROM param p
LEFT JOIN bought b ON b.book = p.book
GROUP BY p.book
