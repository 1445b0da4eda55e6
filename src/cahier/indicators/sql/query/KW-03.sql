SELECT p.book, '' AS grp, COUNT(DISTINCT CASE WHEN s.sex = 'f' THEN s.office END) AS numerator,
       COUNT(DISTINCT CASE WHEN s.sex <> '' THEN s.office END) AS denominator, COUNT(DISTINCT s.office) AS needed,
       COUNT(DISTINCT CASE WHEN s.sex <> '' THEN s.office END) AS found
FROM param p
LEFT JOIN seat_held s ON s.book = p.book AND s.office IN ('chair', 'treasurer', 'manager') AND s.body IN ('board', 'management')
GROUP BY p.book
