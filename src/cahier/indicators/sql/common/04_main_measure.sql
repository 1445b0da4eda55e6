    SELECT book, measure
    FROM (
        SELECT book, measure, ROW_NUMBER() OVER (PARTITION BY book ORDER BY COUNT(*) DESC, measure) AS place
        FROM season_delivery
        GROUP BY book, measure
    ) ranked
    WHERE place = 1
