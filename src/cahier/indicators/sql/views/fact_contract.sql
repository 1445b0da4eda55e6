-- A sale agreed beforehand, with its window and the last day of the extension the buyer agreed to.
SELECT c.book, c.id AS contract, c.buyer, c.product, c.quantity, c.first_day, c.last_day,
       s.extended_day, CASE WHEN c.written THEN 1 ELSE 0 END AS written, c.day
FROM markets_contract c
JOIN markets_contractstatus s ON s.book = c.book AND s.id = c.id
