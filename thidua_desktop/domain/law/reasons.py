"""What a schema has against a value, in Vietnamese and with the place inside the entry."""

import re

_REASONS = (
    (r"Object contains unknown field `(.+?)`", "có trường lạ “{0}”"),
    (r"Object missing required field `(.+?)`", "thiếu trường “{0}”"),
    (r"Invalid enum value '?(.+?)'?$", "giá trị “{0}” không có trong danh mục"),
    (r"Invalid value '?(.+?)'?$", "giá trị “{0}” không có trong danh mục"),
    (r"Expected `(.+?)`, got `(.+?)`", "cần giá trị kiểu {0}, đang là {1}"),
    (r"Expected `.+?` matching regex '(.+)'$", "giá trị không đúng dạng {0}"),
    (r"Expected `.+?` of length >= (\d+)", "cần ít nhất {0} ký tự hoặc phần tử"),
    (r"Expected `int` (.+)", "số phải {0}"),
)


def reason(message: str) -> str:
    """Return the message of a `msgspec.ValidationError` in Vietnamese."""
    what, _, place = message.partition(" - at ")
    place = place.replace("`", "").replace("key in ", "").removeprefix("$").lstrip(".")
    inside = f" (tại {place})" if place else ""
    for pattern, words in _REASONS:
        if found := re.match(pattern, what):
            return words.format(*found.groups()) + inside
    return f"giá trị không hợp lệ ({what}){inside}"
