-- One stay of a person as a member, from entered to the day before left_day (empty while it lasts).
-- A second entry without an exit between, and an exit without an entry, make no stay.
SELECT e.book, e.person, e.day AS entered, e.left_day, p.code, p.sex, p.birth_year, p.birth_day, p.area_m2,
       COALESCE(p.family, '') AS family
FROM (
    SELECT book, person, event, day,
           LEAD(day) OVER (PARTITION BY book, person ORDER BY day, clock, origin, number) AS left_day
    FROM (
        SELECT book, person, event, day, clock, origin, number,
               LAG(event) OVER (PARTITION BY book, person ORDER BY day, clock, origin, number) AS before
        FROM registry_membershipevent
        WHERE event <> 'moved'
    ) ordered
    WHERE event <> COALESCE(before, 'left')
) e
JOIN registry_person p ON p.book = e.book AND p.id = e.person
WHERE e.event = 'joined'
