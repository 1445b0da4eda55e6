-- A seat in a platform, union or council, until the day before ended_day.
SELECT s.book, s.id AS platform, s.type, s.day,
       (SELECT MIN(e.day) FROM advocacy_platformseatend e WHERE e.book = s.book AND e.seat = s.id) AS ended_day
FROM advocacy_platformseat s
