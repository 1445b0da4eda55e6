WITH body AS (
    SELECT s.book, s.body, COUNT(*) AS held, COUNT(s.until_day) AS known,
           SUM(CASE WHEN s.until_day < p.as_of THEN 1 ELSE 0 END) AS past
    FROM param p
    JOIN seat_held s ON s.book = p.book AND s.elected = 1
    GROUP BY s.book, s.body
),
seat AS (
    SELECT b.book, b.held, b.known, b.past,
           CASE WHEN b.body = 'board' AND r.board_seats > b.held THEN r.board_seats
                WHEN b.body = 'supervisory' AND r.supervisory_seats > b.held THEN r.supervisory_seats
                ELSE b.held END AS seats
    FROM body b
    LEFT JOIN rules_now r ON r.book = b.book
)
SELECT p.book, '' AS grp, COALESCE(SUM(s.past), 0) AS numerator, COALESCE(SUM(s.seats), 0) AS denominator,
       COALESCE(SUM(s.held), 0) AS needed, COALESCE(SUM(s.known), 0) AS found
FROM param p
LEFT JOIN seat s ON s.book = p.book
GROUP BY p.book
