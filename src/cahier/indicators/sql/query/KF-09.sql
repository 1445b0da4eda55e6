SELECT p.book, '' AS grp, COALESCE(b.current_assets, 0) AS numerator, COALESCE(b.current_liabilities, 0) AS denominator, 1 AS needed,
       CASE WHEN b.book IS NULL THEN 0 ELSE 1 END AS found
FROM param p
LEFT JOIN balance_now b ON b.book = p.book
