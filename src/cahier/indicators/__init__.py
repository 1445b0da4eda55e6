"""Floor 4: every computed figure, defined once, in SQL that runs on any engine. Reads the features below."""
