"""The guide as data: frameworks, modules and their texts, in versioned packs that anybody can add to.

A pack is a folder of TOML files. It declares its own scale, variables, items and languages; the program
reads them and supposes nothing about how many there are. ``content`` finds packs, ``loader`` reads one,
``overlay`` lays an organisation's own changes over one, ``checks`` says what is wrong with one, and
``questionnaire`` reads somebody else's yes/no questionnaire as one.
"""
