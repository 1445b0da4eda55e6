-- A buyer claimed money back for a sale, in the book's currency.
SELECT book, sale, value, why, day FROM markets_claim
