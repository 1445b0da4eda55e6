-- A financial statement up to period_end was shown to the board, the assembly or the supervisory committee.
SELECT book, period_end, shown_to, day FROM money_statementshown
