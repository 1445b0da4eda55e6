WITH due AS (
    SELECT c.book, c.training, c.person
    FROM completed c
    JOIN param p ON p.book = c.book
    JOIN fact_training t ON t.book = c.book AND t.training = c.training AND t.last_session + 90 BETWEEN p.year_start AND p.as_of
),
applied AS (
    SELECT DISTINCT p.book, k.training, k.person
    FROM param p
    JOIN fact_applied k ON k.book = p.book AND k.term = 90 AND k.applied = 1 AND k.proof = 1 AND k.day <= p.as_of
)
SELECT p.book, '' AS grp, COUNT(k.person) AS numerator, COUNT(d.person) AS denominator, COUNT(d.person) AS needed,
       COUNT(d.person) AS found
FROM param p
LEFT JOIN due d ON d.book = p.book
LEFT JOIN applied k ON k.book = d.book AND k.training = d.training AND k.person = d.person
GROUP BY p.book
