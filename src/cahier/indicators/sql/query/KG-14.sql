WITH grouped AS (
    SELECT book, 'families' AS grp, family AS name, COUNT(*) AS seats FROM seat_held
    WHERE body = 'board' AND family <> '' GROUP BY book, family
    UNION ALL
    SELECT s.book, 'sections', x.section, COUNT(*)
    FROM seat_held s
    JOIN placed x ON x.book = s.book AND x.person = s.person AND x.place = 1 AND x.section <> ''
    WHERE s.body = 'board' GROUP BY s.book, x.section
),
ranked AS (
    SELECT book, grp, seats, ROW_NUMBER() OVER (PARTITION BY book, grp ORDER BY seats DESC, name) AS place FROM grouped
),
two AS (
    SELECT book, grp, SUM(CASE WHEN place <= 2 THEN seats ELSE 0 END) AS top, SUM(seats) AS known FROM ranked GROUP BY book, grp
),
board AS (
    SELECT p.book, COUNT(s.mandate) AS seats
    FROM param p
    LEFT JOIN seat_held s ON s.book = p.book AND s.body = 'board'
    GROUP BY p.book
),
side AS (
    SELECT b.book, g.grp, COALESCE(t.top, 0) AS top, COALESCE(t.known, 0) AS known, b.seats,
           CASE WHEN COALESCE(t.known, 0) * 100 >= b.seats * 60 AND t.known > 0 THEN 1 ELSE 0 END AS enough
    FROM board b
    CROSS JOIN (SELECT 'families' AS grp UNION ALL SELECT 'sections') g
    LEFT JOIN two t ON t.book = b.book AND t.grp = g.grp
    WHERE b.seats > 0
),
worse AS (
    SELECT s.book, s.grp, s.top, s.known, s.seats
    FROM side s
    WHERE NOT EXISTS (
        SELECT 1 FROM side o
        WHERE o.book = s.book AND o.grp <> s.grp
          AND (o.enough > s.enough
               OR o.enough = s.enough AND (o.top * s.known > s.top * o.known
                                           OR o.top * s.known = s.top * o.known AND o.grp < s.grp)))
)
SELECT b.book, '' AS grp, COALESCE(x.top, 0) AS numerator, COALESCE(x.known, 0) AS denominator,
       b.seats AS needed, COALESCE(x.known, 0) AS found
FROM board b
LEFT JOIN worse x ON x.book = b.book
UNION ALL
SELECT book, grp, top, known, seats, known FROM side
