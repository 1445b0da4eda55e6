    SELECT d.book, d.delivery, d.supplier, d.product, d.measure, d.day, d.presented, d.accepted, d.rejected,
           d.grade_rank, d.lot, d.value, d.advance, d.slip, d.plot_known,
           CASE WHEN m.person IS NULL THEN 0 ELSE 1 END AS by_member, m.sex
    FROM param p
    JOIN fact_delivery d ON d.book = p.book AND d.day BETWEEN p.first_day AND p.as_of
    LEFT JOIN dim_member m ON m.book = d.book AND m.person = d.supplier AND m.entered <= d.day
         AND (m.left_day IS NULL OR m.left_day > d.day)
