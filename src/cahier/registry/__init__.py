"""Floor 2: who and where. Organisations and tiers, seasons, sections, people, memberships."""
