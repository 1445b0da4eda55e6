    SELECT p.book, t.training, t.module, t.first_session, t.last_session
    FROM param p
    JOIN fact_training t ON t.book = p.book AND t.last_session BETWEEN p.year_start AND p.as_of
