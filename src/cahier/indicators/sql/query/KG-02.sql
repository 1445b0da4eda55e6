SELECT p.book, '' AS grp, CASE WHEN a.required > 0 THEN COALESCE(a.quorum_present, 0) ELSE 0 END AS numerator,
       CASE WHEN a.quorum_present IS NULL THEN 0 ELSE COALESCE(a.required, 0) END AS denominator,
       CASE WHEN a.meeting IS NULL THEN 0 ELSE 1 END AS needed,
       CASE WHEN a.required IS NULL OR a.quorum_present IS NULL THEN 0 ELSE 1 END AS found
FROM param p
LEFT JOIN last_assembly a ON a.book = p.book
