-- A person holds an office from start_day; until_day is the last day of the term, ended_day the first day without it.
SELECT t.book, t.id AS mandate, t.person, t.office, t.body, t.section,
       CASE WHEN t.body = 'management' THEN 0 ELSE 1 END AS elected,
       t.start AS start_day, t.until AS until_day, t.ended AS ended_day, p.sex, p.birth_year, p.birth_day, p.family
FROM governance_mandateterm t
JOIN registry_person p ON p.book = t.book AND p.id = t.person
