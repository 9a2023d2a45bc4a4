"""A small law of our own for tests: two titles, a rule, money and a vote."""

from copy import deepcopy
from typing import Any

from thidua_desktop.domain.law.decoding import decode
from thidua_desktop.domain.law.pack import LawPack
from thidua_desktop.domain.law.sections import SECTIONS

READ = {"article": "Luật mẫu Điều 1", "verified": True}

WORKER = {
    "id": "worker", "name": "Lao động giỏi", "abbreviation": "LĐG", "category": "emulation_title",
    "levels": ["district"], "deciders": ["chair"], "local_role": "decides",
    "standard": {"person": "Làm tốt trong năm."}, **READ,
}  # fmt: skip
TEAM = {
    **WORKER, "id": "team", "name": "Tập thể giỏi", "abbreviation": "TTG",
    "standard": {"collective": "Làm tốt trong năm.", "household": "Làm tốt trong năm."},
}  # fmt: skip

PATH = {"id": "year", "name": "Kết quả trong năm", "accumulated": True, **READ,
        "needs": [{"kind": "rating", "at_least": "GOOD"}]}  # fmt: skip

_FILES: dict[str, dict[str, Any]] = {
    "pack.toml": {
        "pack": {"id": "2024", "name": "Luật mẫu", "first_day": "2024-01-01", **READ},
        "decider": [{"id": "chair", "name": "Chủ tịch", "level": "district", **READ}],
        "legal_basis": [
            {"id": "old", "form": "law", "number": "1", "date": "2023-12-01", "citation": "Luật cũ",
             "first_day": "2024-01-01", "last_day": "2024-06-30", **READ},
            {"id": "new", "form": "law", "number": "2", "date": "2024-05-01",
             "citation": "Luật mới", "first_day": "2024-07-01", **READ},
            {"id": "local", "form": "provincial_decision", "number": "3", "date": "",
             "citation": "Quyết định của tỉnh", "first_day": "2024-01-01", "province": "Mẫu",
             **READ},
        ],
    },
    "titles.toml": {"title": [WORKER, TEAM]},
    "rules.toml": {
        "rule": [{"title": "worker", "recipient": "person", "path": [PATH], **READ}],
        "coefficient": [
            {"titles": ["team"], "recipients": ["collective", "household"], "thousandths": 800,
             **READ}
        ],
        "rounding": {"unit": 10_000, **READ},
        "vote": [
            {"id": "eighty", "text": "80%", "titles": ["team"], "ballot": True,
             "percent": 80, **READ},
            {"id": "majority", "text": "Quá nửa", "ballot": False, "percent": 50,
             "more_than": True, **READ},
        ],
    },
}  # fmt: skip


def files() -> dict[str, dict[str, Any]]:
    """Return the files of the sample law, free to be changed."""
    return deepcopy(_FILES)


def pack(**header: str) -> LawPack:
    """Return the sample law, its header changed."""
    sample = files()
    sample["pack.toml"]["pack"].update(header)
    return decode(sample)


def later_files(**inherits: Any) -> dict[str, dict[str, Any]]:
    """Return a law of 2025 based on the sample; *inherits* moves sections out of as_is."""
    moved = {section for value in inherits.values() if isinstance(value, list) for section in value}
    plan = {"as_is": [section for section in SECTIONS if section not in moved], **inherits}
    header = {"id": "2025", "name": "Luật sau", "first_day": "2025-01-01", "based_on": "2024"}
    return {"pack.toml": {"pack": {**header, **READ}, "inherits": plan}}
