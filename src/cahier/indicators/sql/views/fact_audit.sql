-- An audit report; outside tells that the auditor is not of the organisation, raised counts remarks.
SELECT book, id AS audit, day, CASE WHEN outside THEN 1 ELSE 0 END AS outside, raised FROM governance_audit
