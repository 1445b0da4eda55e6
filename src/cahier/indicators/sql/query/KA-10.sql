SELECT p.book, '' AS grp, COUNT(CASE WHEN t.substitute_day <= p.as_of THEN 1 END) AS numerator, COUNT(t.task) AS denominator,
       COUNT(t.task) AS needed, COUNT(t.task) AS found
FROM param p
LEFT JOIN fact_task t ON t.book = p.book AND t.day <= p.as_of
GROUP BY p.book
