-- A duty of an agreement, of our side (own) or the other, when it is due and the last thing known of it:
-- kept_day is the day of a step kept that no later step takes back.
SELECT d.book, d.id AS agreement, d.line AS duty_line, d.side, d.due, d.day,
       (SELECT MAX(s.day) FROM advocacy_dutystep s
        WHERE s.book = d.book AND s.agreement = d.id AND s.duty = d.line AND s.state = 'kept') AS kept_day,
       (SELECT MAX(s.day) FROM advocacy_dutystep s
        WHERE s.book = d.book AND s.agreement = d.id AND s.duty = d.line AND s.state = 'dropped') AS dropped_day
FROM advocacy_duty d
