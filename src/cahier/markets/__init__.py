"""Floor 3: prices seen on markets, buyers, contracts, sales and what buyers claimed."""
