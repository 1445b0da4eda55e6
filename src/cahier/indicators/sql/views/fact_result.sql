-- The practical task of a person in a training was looked at.
SELECT book, training, person, CASE WHEN accepted THEN 1 ELSE 0 END AS accepted, day FROM learning_taskresult
