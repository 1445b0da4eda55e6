    SELECT p.book, SUM(s.surplus) AS surplus, SUM(s.to_reserve) AS to_reserve, SUM(s.refund) AS refund
    FROM param p
    JOIN fact_surplus s ON s.book = p.book AND s.period_end BETWEEN p.year_start AND p.as_of
    GROUP BY p.book
