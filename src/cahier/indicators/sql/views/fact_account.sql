-- A cash box, bank account or mobile-money wallet.
SELECT book, id AS account, kind, day FROM money_account
