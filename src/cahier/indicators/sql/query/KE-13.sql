SELECT p.book, '' AS grp, COALESCE(SUM(m.voted), 0) AS numerator, COALESCE(SUM(m.received), 0) AS denominator,
       COUNT(m.received) AS needed, COUNT(m.received) AS found
FROM param p
LEFT JOIN fact_premium m ON m.book = p.book AND m.day BETWEEN p.first_day AND p.as_of
GROUP BY p.book
