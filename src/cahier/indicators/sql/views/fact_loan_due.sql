-- An instalment of a loan's schedule.
SELECT book, id AS loan, due_day, principal FROM money_loandue
