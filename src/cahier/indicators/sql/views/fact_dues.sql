-- Dues to a union or federation, when they were payable, and what was paid of them on which day.
SELECT book, id AS dues, due AS due_day, amount AS due, 0 AS paid, due AS day FROM advocacy_dues
UNION ALL
SELECT p.book, p.dues, d.due, 0, p.amount, p.day
FROM advocacy_duespayment p
JOIN advocacy_dues d ON d.book = p.book AND d.id = p.dues
