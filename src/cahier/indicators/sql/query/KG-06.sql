WITH held AS (
    SELECT p.book, COUNT(m.meeting) AS meetings,
           SUM(CASE WHEN m.present IS NOT NULL AND m.eligible > 0 THEN m.present ELSE 0 END) AS present,
           SUM(CASE WHEN m.present IS NOT NULL AND m.eligible > 0 THEN m.eligible ELSE 0 END) AS eligible,
           COUNT(CASE WHEN m.present IS NOT NULL AND m.eligible > 0 THEN 1 END) AS noted
    FROM param p
    LEFT JOIN fact_meeting m ON m.book = p.book AND m.type = 'board' AND m.day BETWEEN p.year_start AND p.as_of
    GROUP BY p.book
)
SELECT h.book, '' AS grp, h.meetings AS numerator, COALESCE(r.board_meetings_year, 0) AS denominator, 1 AS needed,
       CASE WHEN r.board_meetings_year IS NULL THEN 0 ELSE 1 END AS found
FROM held h
LEFT JOIN rules_now r ON r.book = h.book
UNION ALL
SELECT book, 'attendance', present, eligible, meetings, noted FROM held WHERE meetings > 0
