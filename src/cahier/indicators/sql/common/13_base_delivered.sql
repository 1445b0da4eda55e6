    SELECT b.book, b.person, b.product, b.quantity, b.basis, b.sex, COALESCE(SUM(d.accepted), 0) AS delivered
    FROM base b
    LEFT JOIN season_delivery d ON d.book = b.book AND d.supplier = b.person AND d.product = b.product
    GROUP BY b.book, b.person, b.product, b.quantity, b.basis, b.sex
