"""Assessment: what a group says of its own organisation, agreed in the room and resting on proof.

The engines here are pure. They take an instrument (any pack: its scale, variables and items) and the
marks of one or two rounds, and return scores, spreads, changes and questions as exact fractions; nothing
is rounded before it is shown. The rules are those of the reference, section 3.1, and each has its test.
"""
