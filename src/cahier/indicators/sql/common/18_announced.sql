    SELECT book, delivery, type, MIN(promised_day) AS day
    FROM (
        SELECT d.book, d.delivery, r.type, r.promised_day
        FROM member_delivery d JOIN fact_promise r ON r.book = d.book AND r.delivery = d.delivery
        UNION ALL
        SELECT d.book, d.delivery, r.type, r.promised_day
        FROM member_delivery d
        JOIN param p ON p.book = d.book
        JOIN fact_promise r ON r.book = d.book AND r.season = p.season AND (r.product = '' OR r.product = d.product)
    ) promised
    GROUP BY book, delivery, type
