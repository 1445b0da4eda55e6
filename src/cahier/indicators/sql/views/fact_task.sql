-- A task on which the organisation hangs, and the first day on which somebody else could do it.
SELECT t.book, t.id AS task, t.day, MIN(s.day) AS substitute_day
FROM registry_criticaltask t
LEFT JOIN registry_substitute s ON s.book = t.book AND s.task = t.id
GROUP BY t.book, t.id, t.day
