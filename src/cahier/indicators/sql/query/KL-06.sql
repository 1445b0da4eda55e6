WITH needed AS (
    SELECT DISTINCT p.book, r.office, r.module FROM param p JOIN fact_required r ON r.book = p.book AND r.day <= p.as_of
),
learned AS (
    SELECT DISTINCT c.book, c.person, t.module FROM completed c JOIN fact_training t ON t.book = c.book AND t.training = c.training
),
seat AS (
    SELECT s.book, s.mandate, COUNT(n.module) AS modules, COUNT(l.module) AS done
    FROM seat_held s
    JOIN needed n ON n.book = s.book AND n.office = s.office
    LEFT JOIN learned l ON l.book = s.book AND l.person = s.person AND l.module = n.module
    GROUP BY s.book, s.mandate
)
SELECT p.book, '' AS grp, COUNT(CASE WHEN s.done = s.modules THEN 1 END) AS numerator, COUNT(s.mandate) AS denominator,
       COUNT(s.mandate) AS needed, COUNT(s.mandate) AS found
FROM param p
LEFT JOIN seat s ON s.book = p.book
GROUP BY p.book
