SELECT p.book, '' AS grp, COUNT(CASE WHEN m.sex = 'f' THEN 1 END) AS numerator,
       COUNT(CASE WHEN m.sex <> '' THEN 1 END) AS denominator, COUNT(m.person) AS needed,
       COUNT(CASE WHEN m.sex <> '' THEN 1 END) AS found
FROM param p
LEFT JOIN member_now m ON m.book = p.book
GROUP BY p.book
