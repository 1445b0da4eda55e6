    SELECT d.*
    FROM season_delivery d
    JOIN main_measure u ON u.book = d.book AND u.measure = d.measure
