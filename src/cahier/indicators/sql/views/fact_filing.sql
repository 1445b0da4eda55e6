-- Something due to an authority by a day, and the day on which it was filed.
SELECT book, id AS duty, due, done FROM governance_dutystatus WHERE matter = 'filing'
