-- What was counted in an account at the end of a day.
SELECT book, account, counted, day FROM money_cashcount
