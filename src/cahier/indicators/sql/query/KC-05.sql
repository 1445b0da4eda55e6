SELECT p.book, '' AS grp, COALESCE(SUM(d.rejected), 0) AS numerator, COALESCE(SUM(d.presented), 0) AS denominator,
       COUNT(d.delivery) AS needed, COUNT(d.delivery) AS found
FROM param p
LEFT JOIN main_delivery d ON d.book = p.book
GROUP BY p.book
