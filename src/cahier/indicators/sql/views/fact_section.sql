-- A member entered a section on a day; seq is the order of such entries of one person.
SELECT book, person, day, section,
       ROW_NUMBER() OVER (PARTITION BY book, person ORDER BY day, clock, origin, number) AS seq
FROM registry_membershipevent
WHERE event <> 'left'
