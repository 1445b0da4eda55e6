-- A loan taken from a lender or given to a member (side taken or given).
SELECT book, id AS loan, side, kind, person, principal, day FROM money_loan
