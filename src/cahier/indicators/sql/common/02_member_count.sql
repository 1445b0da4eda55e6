    SELECT p.book, COUNT(m.person) AS members
    FROM param p
    LEFT JOIN member_now m ON m.book = p.book
    GROUP BY p.book
