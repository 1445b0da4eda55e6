-- Members were told what became of their positions; type says to whom: assembly, sections or members.
SELECT book, "to" AS type, day FROM advocacy_feedback
