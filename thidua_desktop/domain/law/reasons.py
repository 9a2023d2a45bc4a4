"""What a schema has against a value, in Vietnamese and with the place inside the entry."""

import re

_REASONS = (
    (r"Object contains unknown field `(.+?)`", "có trường lạ “{0}”"),
    (r"Object missing required field `(.+?)`", "thiếu trường “{0}”"),
    (r"Invalid enum value '?(.+?)'?$", "giá trị “{0}” không có trong danh mục"),
    (r"Invalid value '?(.+?)'?$", "giá trị “{0}” không có trong danh mục"),
    (r"Expected `(.+?)`, got `(.+?)`", "cần {0}, đang là {1}"),
    (r"Expected `.+?` matching regex '(.+)'$", "giá trị không đúng dạng {0}"),
    (r"Expected `.+?` of length >= (\d+)", "cần ít nhất {0} ký tự hoặc phần tử"),
    (r"Expected `int` >= (.+)", "số phải từ {0} trở lên"),
    (r"Expected `int` <= (.+)", "số phải từ {0} trở xuống"),
)

_TYPES = {
    "object": "nhóm {…}",
    "array": "danh sách […]",
    "str": "chữ",
    "int": "số nguyên",
    "float": "số lẻ",
    "bool": "true hoặc false",
    "null": "null",
}


def reason(message: str) -> str:
    """Return the message of a `msgspec.ValidationError` in Vietnamese."""
    what, _, place = message.partition(" - at ")
    place = place.replace("`", "").replace("key in ", "").removeprefix("$").lstrip(".")
    inside = f" (tại {place})" if place else ""
    for pattern, words in _REASONS:
        if found := re.match(pattern, what):
            return words.format(*map(_typed, found.groups())) + inside
    return f"giá trị không hợp lệ ({what}){inside}"


def _typed(text: str) -> str:
    """Return the name of a type, or several, in words; any other text as it is."""
    names = text.split(" | ")
    known = [_TYPES[name] for name in names if name in _TYPES]
    return " hoặc ".join(known) if len(known) == len(names) else text
