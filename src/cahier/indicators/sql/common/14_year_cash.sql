    SELECT c.book, c.account, c.amount, c.purpose, c.donor, c.day
    FROM param p
    JOIN fact_cash c ON c.book = p.book AND c.day BETWEEN p.year_start AND p.as_of
