"""One stored entry of every kind and version stays readable for ever.

A new kind or version gets its line by ``python tests/journal/test_golden.py``, which only ever adds.
"""

import json
import sys
from pathlib import Path

GOLDEN = Path(__file__).with_name("golden.json")


def stored():
    return json.loads(GOLDEN.read_text(encoding="utf-8")) if GOLDEN.exists() else {}


def key(cls):
    return f"{cls.KIND}/{cls.VERSION}"


def kinds():
    from cahier.journal.entry import KINDS

    return [cls for _, cls in sorted(KINDS.items()) if cls.__module__.startswith("cahier.")]


def test_every_kind_and_version_has_a_golden_entry():
    missing = [key(cls) for cls in kinds() if key(cls) not in stored()]
    assert not missing, f"run: python tests/journal/test_golden.py (for {', '.join(missing)})"


def test_every_golden_entry_is_still_read_and_applied():
    from cahier.journal.entry import KINDS, Stamp, decode

    at = Stamp("b", "i", "o", 1, 20_000, 1, 1, 1, "test")
    for name, body in stored().items():
        kind, version = name.split("/")
        entry = decode(kind, int(version), body)
        assert entry is not None, name
        if int(version) == KINDS[kind].VERSION:
            assert entry.to_json() == body, name
        rows = list(entry.facts(at))
        assert {row.model for row in rows} <= set(KINDS[kind].MAKES), name
        assert all(len(row.values) == len(row.model.columns()) for row in rows), name


def test_every_kind_is_applied_with_its_personal_part_erased():
    from cahier.journal.entry import Stamp, decode

    at = Stamp("b", "i", "o", 1, 20_000, 1, 1, 1, "test")
    for cls in kinds():
        body = stored()[key(cls)]
        kept = {name: value for name, value in body.items() if not cls.FIELDS[name].personal}
        entry = decode(cls.KIND, cls.VERSION, kept)
        assert entry is not None
        assert len(list(entry.facts(at))) == len(list(decode(cls.KIND, cls.VERSION, body).facts(at))), (
            cls.KIND
        )
        list(entry.subjects(at))


def main():
    import os
    import tempfile

    root = Path(__file__).resolve().parents[2]
    sys.path[:0] = [str(root / "src"), str(root / "tests")]
    os.environ["CAHIER_HOME"] = tempfile.mkdtemp()
    os.environ["DJANGO_SETTINGS_MODULE"] = "cahier.settings"
    import django

    django.setup()
    from helpers.samples import sample

    golden = stored()
    for cls in kinds():
        golden.setdefault(key(cls), sample(cls).to_json())
    text = json.dumps(dict(sorted(golden.items())), indent=1, ensure_ascii=False)
    GOLDEN.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
