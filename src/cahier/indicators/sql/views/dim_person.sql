-- A person known to the book. sex is f, m or empty; birth_day and birth_year are empty where unknown.
SELECT book, id AS person, code, sex, birth_year, birth_day, area_m2, family, day
FROM registry_person
