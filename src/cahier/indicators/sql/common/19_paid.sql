    SELECT book, delivery, type, MIN(day) AS day, MIN(due_day) AS due_day
    FROM (
        SELECT d.book, d.delivery, y.type, y.day, y.due_day
        FROM member_delivery d
        JOIN param p ON p.book = d.book
        JOIN fact_payment y ON y.book = d.book AND y.delivery = d.delivery AND y.day <= p.as_of
        UNION ALL
        SELECT d.book, d.delivery, y.type, y.day, y.due_day
        FROM member_delivery d
        JOIN param p ON p.book = d.book
        JOIN fact_payment y ON y.book = d.book AND y.season = p.season AND y.person = d.supplier AND y.delivery = ''
             AND y.day >= d.day AND y.day <= p.as_of
    ) made
    GROUP BY book, delivery, type
