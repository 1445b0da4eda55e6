    SELECT g.book, g.person, g.product, g.quantity, g.basis, m.sex
    FROM (
        SELECT p.book, f.person, f.product, f.quantity, f.basis, f.measure,
               RANK() OVER (PARTITION BY p.book ORDER BY f.rank) AS best,
               ROW_NUMBER() OVER (PARTITION BY p.book, f.person, f.product, f.basis ORDER BY f.day DESC, f.quantity DESC) AS newest
        FROM param p
        JOIN fact_pledge f ON f.book = p.book AND f.season = p.season AND f.day <= p.as_of
        JOIN main_measure u ON u.book = p.book AND u.measure = f.measure
    ) g
    JOIN season_member m ON m.book = g.book AND m.person = g.person
    WHERE g.best = 1 AND g.newest = 1
