SELECT p.book, '' AS grp, COALESCE(SUM(d.slip), 0) AS numerator, COUNT(d.slip) AS denominator, COUNT(d.delivery) AS needed,
       COUNT(d.slip) AS found
FROM param p
LEFT JOIN season_delivery d ON d.book = p.book
GROUP BY p.book
