-- Produce went into a store (above zero) or out of it; counted is empty, or what was found there that evening.
SELECT book, stock, product, day, quantity, why, NULL AS counted FROM supply_stockmovement
UNION ALL
SELECT book, stock, product, day, 0, 'count', counted FROM supply_stockcount
