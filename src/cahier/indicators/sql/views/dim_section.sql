-- A section or base group.
SELECT book, id AS section, code, name FROM registry_section
