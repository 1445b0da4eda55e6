-- An entry of the book: the day of what happened and the day on which it was written down.
SELECT book, kind, day, captured / 86400000 AS written_day
FROM journal_journalentry
WHERE kind NOT LIKE 'journal.%'
