-- Principal paid back on a loan, in money or by delivered produce.
SELECT book, loan, principal, means, day FROM money_loanrepayment
