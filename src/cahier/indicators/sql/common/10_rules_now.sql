    SELECT book, day, year_end_month, year_end_day, window_months, board_seats, supervisory_seats, board_meetings_year,
           supervisory_reports_year
    FROM (
        SELECT r.*, ROW_NUMBER() OVER (PARTITION BY p.book ORDER BY r.day DESC, r.body DESC) AS place
        FROM param p
        JOIN fact_rules r ON r.book = p.book AND r.day <= p.as_of
    ) ranked
    WHERE place = 1
