WITH there AS (
    SELECT book, '' AS grp, day, present FROM last_assembly
    UNION ALL
    SELECT book, 'f', day, present_women FROM last_assembly
    UNION ALL
    SELECT book, 'm', day, present_men FROM last_assembly
),
entitled AS (
    SELECT t.book, t.grp, t.present, COUNT(m.person) AS members
    FROM there t
    LEFT JOIN dim_member m ON m.book = t.book AND m.entered <= t.day AND (m.left_day IS NULL OR m.left_day > t.day)
         AND (t.grp = '' OR m.sex = t.grp)
    GROUP BY t.book, t.grp, t.present
)
SELECT p.book, COALESCE(e.grp, '') AS grp, COALESCE(e.present, 0) AS numerator, COALESCE(e.members, 0) AS denominator,
       CASE WHEN e.book IS NULL THEN 0 ELSE 1 END AS needed, CASE WHEN e.present IS NULL THEN 0 ELSE 1 END AS found
FROM param p
LEFT JOIN entitled e ON e.book = p.book
