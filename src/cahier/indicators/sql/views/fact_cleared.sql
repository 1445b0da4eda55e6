-- So many findings of a supervisory report or remarks of an audit were put right.
SELECT book, report, day, count AS cleared FROM governance_cleared
