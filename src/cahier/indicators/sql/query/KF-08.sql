SELECT p.book, '' AS grp, COALESCE(SUM(CASE WHEN l.due_month_ago > l.repaid THEN l.principal - l.repaid ELSE 0 END), 0) AS numerator,
       COALESCE(SUM(l.principal - l.repaid), 0) AS denominator, COUNT(l.loan) AS needed,
       COUNT(CASE WHEN l.scheduled > 0 THEN 1 END) AS found
FROM param p
LEFT JOIN loan_now l ON l.book = p.book AND l.side = 'given' AND l.repaid < l.principal
GROUP BY p.book
