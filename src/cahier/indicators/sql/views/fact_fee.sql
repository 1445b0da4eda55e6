-- A yearly fee that a person owes (due above zero) or paid (paid above zero, up to date until until_day).
SELECT book, person, amount AS due, 0 AS paid, NULL AS until_day, day FROM money_feedue
UNION ALL
SELECT book, person, 0, amount, until, day FROM money_feepaid
