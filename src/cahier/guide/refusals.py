"""What the guide refuses to read, and what its checks find, each with a permanent code."""

from __future__ import annotations

from cahier.kernel.refusals import reason

CONTENT_MISSING = reason(
    "guide.content_missing",
    "The guide's content is not in this installation. Install Cahier again from its wheel or its whole source.",
)
PACK_MISSING = reason(
    "guide.pack_missing", "There is no pack {pack}. A pack is a folder with a file pack.toml in it."
)
NOT_TOML = reason("guide.not_toml", "This file cannot be read as TOML: {error}. Mend that line.")
NOT_TEXT = reason("guide.not_text", "This file is not written in UTF-8. Save it as UTF-8.")
KEY_MISSING = reason("guide.key_missing", "{key} is missing. Add it.")
KEY_UNKNOWN = reason("guide.key_unknown", "{key} is not known here. Known are: {known}.")
NOT_A_TEXT = reason("guide.not_a_text", "{key} should be a text in quotes.")
NOT_A_NUMBER = reason("guide.not_a_number", "{key} should be a whole number, without quotes.")
NOT_A_TRUTH = reason("guide.not_a_truth", "{key} should be true or false, without quotes.")
NOT_TEXTS = reason("guide.not_texts", "{key} should be a list of texts in square brackets.")
NOT_NUMBERS = reason("guide.not_numbers", "{key} should be a list of whole numbers in square brackets.")
NOT_CHOICES = reason("guide.not_choices", "{key} should be a list of lists of texts in square brackets.")
NOT_A_TABLE = reason("guide.not_a_table", "{key} should be a table with keys of its own.")
NOT_TABLES = reason("guide.not_tables", "{key} should be a list of tables in square brackets.")
FILE_MISSING = reason(
    "guide.file_missing", "The file {file} is not there. Put it into the folder of the pack."
)
FILE_UNKNOWN = reason(
    "guide.file_unknown", "The file {file} is not one the guide reads. Check its name and folder."
)
NO_LANGUAGE = reason(
    "guide.no_language", "The pack {pack} is not written in {language}. It has: {languages}."
)
NO_TEXT = reason("guide.no_text", "The pack {pack} has no text {key} of {id} in {language}.")
NO_PART = reason("guide.no_part", "The pack {pack} has no {id} among its {kind}.")
OTHER_BASE = reason("guide.other_base", "This pack is made to lie over {wanted}, not over {base}.")
SCALE_CHANGED = reason(
    "guide.scale_changed",
    "A pack that lies over another keeps its scale. Make a whole pack of your own for another scale.",
)
MEANING_CHANGED = reason(
    "guide.meaning_changed",
    "{key} of {id} is changed, and with it what a level means. Give the changed item a new id and switch {id} "
    "off; or, if only the wording changed, name {id} under same_meaning in pack.toml.",
)
MOVED = reason(
    "guide.moved", "{id} cannot move to another variable: old scores would change. Give it a new id."
)
OWN_PREFIX = reason(
    "guide.own_prefix",
    "{id} is new and must begin with {prefix}, so that no later edition can use the same id.",
)
OFF_UNKNOWN = reason("guide.off_unknown", "{id} is to be switched off but does not exist in {base}.")
NO_COMMON_LANGUAGE = reason(
    "guide.no_common_language", "This pack shares no language with {base}, which has: {languages}."
)
ANSWER_UNKNOWN = reason("guide.answer_unknown", "{answer} is no answer of this pack. Known are: {known}.")
COLUMN_MISSING = reason("guide.column_missing", "The column {column} is missing. The file has: {columns}.")
ROW_EMPTY = reason("guide.row_empty", "The column {column} is empty. Fill it or take the row out.")
ROW_TWICE = reason(
    "guide.row_twice", "The key {key} stands in two rows. Use a column that differs in each row."
)

TEXT_MISSING = reason("guide.text_missing", "The text {key} of {id} is missing in {language}. Write it.")
TEXT_EXTRA = reason(
    "guide.text_extra", "There is a text {key} of {id} in {language}, but the pack has no such place for it."
)
TEXT_LONG = reason(
    "guide.text_long", "The text {key} of {id} in {language} has {words} words; {limit} is the limit."
)
TEXT_TWICE = reason(
    "guide.text_twice", "{id} and {other} say the same under {key} in {language}. Say what sets them apart."
)
TEXT_COPIED = reason(
    "guide.text_copied", "The text {key} of {id} is the same in {language} and {other}. Translate it."
)
ID_UNKNOWN = reason("guide.id_unknown", "{id} names {target} under {key}, which does not exist.")
ID_TWICE = reason("guide.id_twice", "The id {id} is used among {kind} and among {other}. Ids are given once.")
ID_FORM = reason(
    "guide.id_form", "The id {id} has other signs than letters, digits, hyphen, dot and underscore."
)
INDICATOR_UNKNOWN = reason(
    "guide.indicator_unknown", "{id} names the indicator {target}, which is not computed."
)
CIRCLE = reason("guide.circle", "These modules wait for one another: {path}. Take one need out.")
NO_VARIABLE = reason("guide.no_variable", "{id} belongs to no variable. Name one.")
NO_ITEM = reason("guide.no_item", "The variable {id} has no item.")
NO_MODULE = reason("guide.no_module", "No module serves {id}. Name one, or a module that serves any item.")
LINK_ONE_SIDED = reason(
    "guide.link_one_sided", "{id} and {module} do not agree: one names the other and is not named by it."
)
SCALE_LEVELS = reason("guide.scale_levels", "The levels of a scale must be two or more rising whole numbers.")
SCALE_ANCHOR = reason("guide.scale_anchor", "The anchor {level} is not a level of the scale.")
SCALE_ANSWER = reason(
    "guide.scale_answer", "The answer {answer} stands for {level}, which is not on the scale."
)
SCALE_NAME = reason("guide.scale_name", "{id} names the level {level}, which is not on the scale.")
GRADE_UNKNOWN = reason(
    "guide.grade_unknown",
    "The grade of evidence {grade} must stand both in grades.toml and in the list of grades in pack.toml.",
)
INDEX_UNKNOWN = reason(
    "guide.index_unknown", "The index cannot be computed as {index}. The rule known is mean_of_variables."
)
NO_TIME = reason("guide.no_time", "The module {id} lasts no time. Give its minutes in hours_min.")
GROUP_SIZE = reason(
    "guide.group_size",
    "The module {id} has a group of {least} to {most}. Give the smaller number first, from 1.",
)
TOO_FEW_SLOTS = reason(
    "guide.too_few_slots", "The {minutes} minutes of {id} do not fit into {half_days} half-days."
)
