-- One person at one session: confirmed beforehand or not, present or not, minutes there.
SELECT a.book, a.id AS session, a.training, a.person, CASE WHEN a.confirmed THEN 1 ELSE 0 END AS confirmed,
       CASE WHEN a.present THEN 1 ELSE 0 END AS present, a.minutes, p.sex, a.day
FROM learning_attendance a
JOIN registry_person p ON p.book = a.book AND p.id = a.person
