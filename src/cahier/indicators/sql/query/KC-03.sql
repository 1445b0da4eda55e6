SELECT p.book, '' AS grp, COALESCE(SUM(CASE WHEN c.delivered < c.quantity THEN c.quantity - c.delivered ELSE 0 END), 0) AS numerator,
       COALESCE(SUM(c.quantity), 0) AS denominator, COUNT(c.contract) AS needed, COUNT(c.contract) AS found
FROM param p
LEFT JOIN contract_result c ON c.book = p.book AND COALESCE(c.extended_day, c.last_day) BETWEEN p.first_day AND p.as_of
GROUP BY p.book
