-- A premium received (spent and voted 0) or spent (received 0); voted is what was spent as the assembly decided.
SELECT book, season, day, amount AS received, 0 AS spent, 0 AS voted FROM settlement_premiumreceived
UNION ALL
SELECT book, season, day, 0, amount, CASE WHEN voted THEN amount ELSE 0 END FROM settlement_premiumspent
