    SELECT s.book, s.sale, s.buyer, s.contract, s.product, s.lot, s.channel, s.alternative, s.written, s.quantity,
           s.conform, s.value, s.fob_value, s.day
    FROM param p
    JOIN fact_sale s ON s.book = p.book AND s.day BETWEEN p.first_day AND p.as_of
