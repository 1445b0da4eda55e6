"""Marks texts that will be translated when they are shown, where Django must not be imported."""


def noop(text: str) -> str:
    """Return the English text unchanged; the extractor finds it by the name of this function."""
    return text
