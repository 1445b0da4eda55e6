-- One meeting of a training. own_trainer and planned_day are empty where unknown.
SELECT book, id AS session, training, minutes, planned AS planned_day,
       CASE WHEN own_trainer IS NULL THEN NULL WHEN own_trainer THEN 1 ELSE 0 END AS own_trainer, cost, day
FROM learning_trainingsession
