WITH elapsed AS (
    SELECT p.book, m.code, a.account
    FROM param p
    JOIN calendar_month m ON m.first_day >= p.year_start AND m.last_day <= p.as_of
    JOIN fact_account a ON a.book = p.book AND a.day <= m.last_day
),
month AS (
    SELECT e.book, e.code, COUNT(DISTINCT e.account) AS accounts, COUNT(DISTINCT r.account) AS reconciled
    FROM elapsed e
    LEFT JOIN fact_reconciliation r ON r.book = e.book AND r.account = e.account AND r.month = e.code
    GROUP BY e.book, e.code
)
SELECT p.book, '' AS grp, COUNT(CASE WHEN m.reconciled = m.accounts THEN 1 END) AS numerator, COUNT(m.code) AS denominator,
       CASE WHEN COUNT(m.code) > 0 THEN COUNT(m.code) ELSE 1 END AS needed, COUNT(m.code) AS found
FROM param p
LEFT JOIN month m ON m.book = p.book
GROUP BY p.book
