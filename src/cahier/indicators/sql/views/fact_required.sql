-- Whoever holds this office needs this module, from a day on.
SELECT book, office, module, day FROM learning_requiredmodule
