-- What the statutes say from a day on; the latest day counts.
SELECT book, id AS body, day, year_end_month, year_end_day, window_months, board_seats, supervisory_seats,
       board_meetings_year, supervisory_reports_year, notice_days
FROM governance_bodyrules
