    SELECT c.book, c.contract, c.quantity, c.first_day, c.last_day, c.extended_day,
           COALESCE(SUM(CASE WHEN s.conform = 1 AND s.day <= c.last_day THEN s.quantity END), 0) AS conform,
           COALESCE(SUM(s.quantity), 0) AS delivered, COUNT(s.sale) AS sales, COUNT(s.conform) AS judged
    FROM param p
    JOIN fact_contract c ON c.book = p.book
    LEFT JOIN fact_sale s ON s.book = c.book AND s.contract = c.contract AND s.day <= p.as_of
         AND s.day BETWEEN c.first_day AND COALESCE(c.extended_day, c.last_day)
    GROUP BY c.book, c.contract, c.quantity, c.first_day, c.last_day, c.extended_day
