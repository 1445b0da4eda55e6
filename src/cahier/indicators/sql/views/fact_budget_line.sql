-- A line of a season's budget, and what it came to (empty where nobody noted it).
SELECT l.book, l.season, l.code AS budget_line, CASE WHEN l.main THEN 1 ELSE 0 END AS main, l.amount AS budget,
       (SELECT SUM(a.amount) FROM money_budgetactual a
        WHERE a.book = l.book AND a.season = l.season AND a.code = l.code) AS actual
FROM money_budgetline l
