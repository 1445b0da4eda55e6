    SELECT p.book, s.season, s.first_day, s.last_day,
           ROW_NUMBER() OVER (PARTITION BY p.book ORDER BY s.last_day DESC, s.first_day DESC, s.season) AS place
    FROM param p
    JOIN dim_season s ON s.book = p.book AND s.last_day <= p.as_of
