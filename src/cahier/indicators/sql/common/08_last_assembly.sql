    SELECT book, meeting, day, called, eligible, present_women, present_men, present, quorum_present, required, minutes_day
    FROM (
        SELECT m.*, ROW_NUMBER() OVER (PARTITION BY p.book ORDER BY m.day DESC, m.call_number DESC, m.meeting DESC) AS place
        FROM param p
        JOIN fact_meeting m ON m.book = p.book AND m.type IN ('general_assembly', 'extraordinary_assembly')
             AND m.day BETWEEN p.year_start AND p.as_of
    ) ranked
    WHERE place = 1
