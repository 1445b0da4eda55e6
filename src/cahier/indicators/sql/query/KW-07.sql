WITH woman AS (
    SELECT DISTINCT book, supplier AS person FROM member_delivery WHERE sex = 'f'
),
account AS (
    SELECT p.book, y.person, MAX(y.own_account) AS own
    FROM param p JOIN fact_payment y ON y.book = p.book AND y.own_account IS NOT NULL AND y.day BETWEEN p.first_day AND p.as_of
    GROUP BY p.book, y.person
)
SELECT p.book, '' AS grp, COALESCE(SUM(a.own), 0) AS numerator, COUNT(a.own) AS denominator, COUNT(w.person) AS needed,
       COUNT(a.own) AS found
FROM param p
LEFT JOIN woman w ON w.book = p.book
LEFT JOIN account a ON a.book = w.book AND a.person = w.person
GROUP BY p.book
