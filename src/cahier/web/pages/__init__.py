"""The shell's own pages: the shelf, Today, writing, the journal, what needs somebody."""
