    SELECT l.book, l.loan, l.side, l.kind, l.person, l.principal, l.due, l.due_month_ago, l.scheduled, COALESCE(SUM(r.principal), 0) AS repaid
    FROM (
        SELECT p.book, p.as_of, f.loan, f.side, f.kind, f.person, f.principal, COUNT(d.due_day) AS scheduled,
               COALESCE(SUM(CASE WHEN d.due_day < p.as_of THEN d.principal END), 0) AS due,
               COALESCE(SUM(CASE WHEN d.due_day + 30 < p.as_of THEN d.principal END), 0) AS due_month_ago
        FROM param p
        JOIN fact_loan f ON f.book = p.book AND f.day <= p.as_of
        LEFT JOIN fact_loan_due d ON d.book = f.book AND d.loan = f.loan
        GROUP BY p.book, p.as_of, f.loan, f.side, f.kind, f.person, f.principal
    ) l
    LEFT JOIN fact_repayment r ON r.book = l.book AND r.loan = l.loan AND r.day <= l.as_of
    GROUP BY l.book, l.loan, l.side, l.kind, l.person, l.principal, l.due, l.due_month_ago, l.scheduled
