"""Floor 3: what members are promised and paid for their produce, and what premiums were spent on."""
