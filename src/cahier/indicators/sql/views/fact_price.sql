-- A price seen on a market, in the book's currency: amount minor units for per base units of the product.
-- week is the Monday of its week.
SELECT o.book, o.id AS place, o.product, o.type, o.price_amount AS amount, o.price_per AS per, o.day,
       o.day - (o.day + 3) % 7 AS week
FROM markets_priceobservation o
JOIN journal_book b ON b.id = o.book
WHERE o.product <> '' AND o.flag <> 'forecast' AND (o.currency = '' OR o.currency = b.currency)
