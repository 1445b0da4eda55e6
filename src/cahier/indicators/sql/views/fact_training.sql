-- One run of a module: planned window, first and last session, number of sessions.
SELECT t.book, t.id AS training, t.module, t.planned_from, t.planned_to, t.day,
       MIN(s.day) AS first_session, MAX(s.day) AS last_session, COUNT(s.day) AS sessions
FROM learning_training t
LEFT JOIN learning_trainingsession s ON s.book = t.book AND s.training = t.id
GROUP BY t.book, t.id, t.module, t.planned_from, t.planned_to, t.day
