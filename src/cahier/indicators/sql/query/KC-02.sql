SELECT p.book, '' AS grp, COALESCE(SUM(CASE WHEN c.conform < c.quantity THEN c.conform ELSE c.quantity END), 0) AS numerator,
       COALESCE(SUM(c.quantity), 0) AS denominator,
       COALESCE(SUM(CASE WHEN c.sales > 0 THEN c.sales ELSE 1 END), 0) AS needed,
       COALESCE(SUM(CASE WHEN c.sales > 0 THEN c.judged ELSE 1 END), 0) AS found
FROM param p
LEFT JOIN contract_result c ON c.book = p.book AND c.last_day BETWEEN p.first_day AND p.as_of
GROUP BY p.book
