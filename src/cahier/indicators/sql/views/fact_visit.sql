-- A coach visited after a training; person is empty when the whole group was visited.
SELECT book, training, person, day FROM learning_followupvisit
