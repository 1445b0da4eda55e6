-- A proposal was put to somebody; answered is the first day of a written answer.
SELECT p.book, p.id AS proposal, CASE WHEN p.written THEN 1 ELSE 0 END AS written, p.day,
       (SELECT MIN(a.day) FROM advocacy_answer a
        WHERE a.book = p.book AND a.proposal = p.id AND a.written) AS answered
FROM advocacy_proposal p
