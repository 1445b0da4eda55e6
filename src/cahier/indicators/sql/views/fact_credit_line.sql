-- Credit that a lender agreed to between two days.
SELECT book, amount, first_day, last_day FROM money_creditline
