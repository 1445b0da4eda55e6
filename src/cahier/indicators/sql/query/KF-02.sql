SELECT p.book, '' AS grp, COALESCE(SUM(CASE WHEN c.purpose = 'grant' THEN c.amount ELSE 0 END), 0) AS numerator,
       COALESCE(SUM(c.amount), 0) AS denominator, CASE WHEN COUNT(c.amount) > 0 THEN COUNT(c.amount) ELSE 1 END AS needed,
       COUNT(c.amount) AS found
FROM param p
LEFT JOIN year_cash c ON c.book = p.book AND c.amount > 0
     AND c.purpose IN ('sales', 'fees', 'services', 'grant', 'premium', 'other')
GROUP BY p.book
