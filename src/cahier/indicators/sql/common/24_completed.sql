    SELECT DISTINCT p.book, r.training, r.person
    FROM param p
    JOIN fact_result r ON r.book = p.book AND r.accepted = 1 AND r.day <= p.as_of
