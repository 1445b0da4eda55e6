-- Money paid to a person for a delivery, or for the produce of a season. type is advance, balance, second, refund
-- or premium. due_day is the day announced, traceable tells that it went through a bank, cheque or mobile account.
SELECT p.book, p.id AS payment, p.person, p.delivery, p.season, p.kind AS type, p.amount, p.channel,
       CASE WHEN p.channel = 'cash' THEN 0 ELSE 1 END AS traceable,
       CASE WHEN p.own_account IS NULL THEN NULL WHEN p.own_account THEN 1 ELSE 0 END AS own_account,
       p.due_day, p.day
FROM settlement_payment p
