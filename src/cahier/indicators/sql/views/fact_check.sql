-- The record of a person in the register was checked on a day.
SELECT book, person, day FROM registry_registercheck
