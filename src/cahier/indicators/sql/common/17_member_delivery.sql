    SELECT d.* FROM season_delivery d WHERE d.by_member = 1 AND d.accepted > 0
