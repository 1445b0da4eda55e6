    SELECT book, current_assets, current_liabilities, total_assets, debt, receivables, day
    FROM (
        SELECT b.*, ROW_NUMBER() OVER (PARTITION BY p.book ORDER BY b.day DESC, b.total_assets) AS place
        FROM param p
        JOIN fact_balance b ON b.book = p.book AND b.day BETWEEN p.year_start AND p.as_of
    ) ranked
    WHERE place = 1
