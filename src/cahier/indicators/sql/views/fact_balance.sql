-- The figures of a balance sheet of a day.
SELECT book, current_assets, current_liabilities, total_assets, debt, receivables, day FROM money_balancesheet
