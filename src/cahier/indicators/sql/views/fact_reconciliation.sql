-- An account was reconciled with its statement for a month (year * 100 + month).
SELECT book, account, month, day FROM money_reconciliation
