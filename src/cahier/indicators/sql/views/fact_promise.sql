-- The day announced for paying a delivery, or everybody's produce of a season.
SELECT book, delivery, season, product, kind AS type, promised_day, day FROM settlement_paymentpromise
