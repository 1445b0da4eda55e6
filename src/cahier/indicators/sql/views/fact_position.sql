-- A position was taken; backed tells that an assembly or the sections gave the mandate.
SELECT book, id AS position, CASE WHEN mandate IN ('assembly', 'section') THEN 1 ELSE 0 END AS backed, day
FROM advocacy_position
