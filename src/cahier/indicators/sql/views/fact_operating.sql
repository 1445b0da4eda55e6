-- Turnover and result of a period, as in the operating account.
SELECT book, first_day, last_day, turnover, result, day FROM money_operatingaccount
