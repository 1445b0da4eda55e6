SELECT p.book, '' AS grp, COUNT(CASE WHEN x.answered <= p.as_of THEN 1 END) AS numerator, COUNT(x.proposal) AS denominator,
       COUNT(x.proposal) AS needed, COUNT(x.proposal) AS found
FROM param p
LEFT JOIN fact_proposal x ON x.book = p.book AND x.written = 1 AND x.day BETWEEN p.year_start AND p.as_of
GROUP BY p.book
