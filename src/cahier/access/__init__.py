"""Floor 1: who may do what. Roles, grants, consents and the one table of permissions."""
