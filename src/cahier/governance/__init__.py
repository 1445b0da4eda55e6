"""Floor 3: who decides. Statutes, meetings and decisions, mandates, supervision, filings, conflicts."""
