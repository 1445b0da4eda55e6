SELECT p.book, '' AS grp, COUNT(s.platform) AS numerator, COUNT(s.platform) AS denominator, COUNT(s.platform) AS needed,
       COUNT(s.platform) AS found
FROM param p
LEFT JOIN fact_platform s ON s.book = p.book AND s.day <= p.as_of AND (s.ended_day IS NULL OR s.ended_day > p.as_of)
GROUP BY p.book
