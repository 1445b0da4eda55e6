"""Plans that are not decided yet. A draft belongs to this installation; it is no entry until it is voted."""
