"""Floor 3: who speaks for members. Positions, proposals, agreements, seats, dues, public money."""
