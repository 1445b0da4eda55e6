-- The most money needed at once to buy produce in a season, as the budget says.
SELECT book, season, peak_need, day FROM money_budget
