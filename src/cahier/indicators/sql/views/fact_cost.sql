-- A cost. overhead: does not follow the volume; recurrent: returns every year; granted: depreciation of granted assets.
SELECT book, id AS cost, category, CASE WHEN overhead THEN 1 ELSE 0 END AS overhead, amount,
       CASE WHEN recurrent THEN 1 ELSE 0 END AS recurrent, CASE WHEN granted_asset THEN 1 ELSE 0 END AS granted,
       product, lot, day
FROM money_cost
