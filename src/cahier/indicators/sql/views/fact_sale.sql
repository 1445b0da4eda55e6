-- Produce went to a buyer. value and fob_value are in the book's currency at the rate of that day, empty where the
-- rate is not known; written tells of written terms, alternative of fair trade, organic, local, public,
-- guarantee-system or origin channels.
SELECT s.book, s.id AS sale, s.buyer, s.contract, s.product, p.measure, s.lot, s.channel,
       CASE WHEN s.channel IN ('fairtrade', 'organic', 'local', 'public', 'pgs', 'gi') THEN 1 ELSE 0 END AS alternative,
       CASE WHEN s.written THEN 1 ELSE 0 END AS written, s.quantity,
       CASE WHEN s.conform IS NULL THEN NULL WHEN s.conform THEN 1 ELSE 0 END AS conform,
       CASE WHEN s.currency = '' OR s.currency = b.currency THEN s.amount
            ELSE (2 * s.rate_amount * s.amount + s.rate_per) / (2 * s.rate_per) END AS value,
       s.fob_value, s.day
FROM markets_sale s
JOIN journal_book b ON b.id = s.book
JOIN supply_product p ON p.book = s.book AND p.id = s.product
