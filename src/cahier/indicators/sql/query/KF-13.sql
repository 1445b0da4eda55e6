SELECT p.book, '' AS grp, CASE WHEN s.surplus > 0 THEN s.to_reserve ELSE 0 END AS numerator,
       CASE WHEN s.surplus > 0 THEN s.surplus ELSE 0 END AS denominator, 1 AS needed,
       CASE WHEN s.book IS NULL THEN 0 ELSE 1 END AS found
FROM param p
LEFT JOIN year_surplus s ON s.book = p.book
