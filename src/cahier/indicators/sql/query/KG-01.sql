WITH due AS (
    SELECT p.book, p.as_of, c.first_day + r.year_end_day - 1 AS year_end,
           CASE WHEN w.first_day + r.year_end_day - 1 > w.last_day THEN w.last_day
                ELSE w.first_day + r.year_end_day - 1 END AS window_end
    FROM param p
    JOIN rules_now r ON r.book = p.book AND r.year_end_month IS NOT NULL AND r.window_months IS NOT NULL
    JOIN calendar_month c ON c.month = r.year_end_month
    JOIN calendar_month w ON w.place = c.place + r.window_months
),
latest AS (
    SELECT book, as_of, MAX(year_end) AS year_end, MAX(window_end) AS window_end
    FROM due
    WHERE window_end <= as_of
    GROUP BY book, as_of
),
held AS (
    SELECT l.book, l.as_of, l.window_end, MIN(m.day) AS day
    FROM latest l
    LEFT JOIN fact_meeting m ON m.book = l.book AND m.type = 'general_assembly' AND m.day > l.year_end AND m.day <= l.as_of
         AND (m.required IS NULL OR m.quorum_present IS NULL OR m.quorum_present >= m.required)
    GROUP BY l.book, l.as_of, l.window_end
)
SELECT p.book, '' AS grp,
       CASE WHEN COALESCE(h.day, h.as_of) > h.window_end THEN COALESCE(h.day, h.as_of) - h.window_end ELSE 0 END AS numerator,
       CASE WHEN h.book IS NULL THEN 0 ELSE 1 END AS denominator, 1 AS needed,
       CASE WHEN h.book IS NULL THEN 0 ELSE 1 END AS found
FROM param p
LEFT JOIN held h ON h.book = p.book
