-- Something opened that may be due and gets done: decision, action, filing, complaint, deal, minutes.
SELECT book, id AS duty, matter, opened, due, done FROM governance_dutystatus
