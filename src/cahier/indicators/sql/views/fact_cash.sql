-- Money that came in (above zero) or went out (below zero), in minor units.
SELECT book, account, amount, purpose, donor, person, service, day FROM money_cashentry
