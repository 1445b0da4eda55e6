-- How many producers of a product the area of the book's own organisation has.
SELECT o.book, o.day, p.product, p.producers_in_area AS producers
FROM registry_organisation o
JOIN registry_organisationproduct p ON p.book = o.book AND p.id = o.id
WHERE o.own AND p.producers_in_area IS NOT NULL
