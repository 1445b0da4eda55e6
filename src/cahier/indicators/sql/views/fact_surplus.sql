-- How the assembly shared the surplus of a period.
SELECT book, period_end, surplus, to_reserve, to_training, refund, day FROM money_surplusallocation
