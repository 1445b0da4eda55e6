WITH lot AS (
    SELECT book, lot, SUM(fob_value) AS fob, COUNT(*) AS sales
    FROM season_sale
    WHERE lot <> '' AND fob_value IS NOT NULL
    GROUP BY book, lot
),
brought AS (
    SELECT l.book, l.lot, l.fob, l.sales, d.delivery, d.advance
    FROM lot l
    JOIN fact_delivery d ON d.book = l.book AND d.lot = l.lot
),
paid_for AS (
    SELECT b.book, b.delivery, SUM(y.amount) AS amount
    FROM brought b
    JOIN param p ON p.book = b.book
    JOIN fact_payment y ON y.book = b.book AND y.delivery = b.delivery AND y.day <= p.as_of
    GROUP BY b.book, b.delivery
),
by_lot AS (
    SELECT b.book, b.lot, b.fob, b.sales, SUM(b.advance + COALESCE(f.amount, 0)) AS amount
    FROM brought b
    LEFT JOIN paid_for f ON f.book = b.book AND f.delivery = b.delivery
    GROUP BY b.book, b.lot, b.fob, b.sales
),
sold AS (
    SELECT book, COUNT(*) AS sales FROM season_sale GROUP BY book
)
SELECT p.book, '' AS grp, COALESCE(SUM(l.amount), 0) AS numerator, COALESCE(SUM(l.fob), 0) AS denominator,
       COALESCE(MAX(s.sales), 0) AS needed, COALESCE(SUM(l.sales), 0) AS found
FROM param p
LEFT JOIN by_lot l ON l.book = p.book
LEFT JOIN sold s ON s.book = p.book
GROUP BY p.book
