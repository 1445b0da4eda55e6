-- A movement of member shares, in minor units; a refund is below zero.
SELECT book, person, subscribed, called, paid, day FROM money_shareevent
