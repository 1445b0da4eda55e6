-- An employment, from hired to the day before left_day (empty while it lasts).
SELECT book, person, hired, "left" AS left_day FROM registry_employmentspan
