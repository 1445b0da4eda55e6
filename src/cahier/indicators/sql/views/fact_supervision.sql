-- A report of the supervisory committee; raised counts its findings.
SELECT book, id AS report, day, raised FROM governance_supervisoryreport
