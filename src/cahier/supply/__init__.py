"""Floor 3: products and grades, pledges, deliveries, collection plans, lots and stock."""
