-- A campaign, first and last day included.
SELECT book, id AS season, name, first_day, last_day FROM registry_season
