"""Floor 3: cash and bank, costs, fees and shares, loans taken and given, budgets and accounts."""
