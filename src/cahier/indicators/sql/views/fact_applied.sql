-- So many days (term) after a training somebody looked whether a person applies it, with proof or without.
SELECT book, training, person, term, CASE WHEN applied THEN 1 ELSE 0 END AS applied,
       CASE WHEN proof THEN 1 ELSE 0 END AS proof, day
FROM learning_applicationcheck
