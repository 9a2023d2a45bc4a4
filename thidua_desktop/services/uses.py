"""Why a person, a household or a unit is not deleted: what in the file still leads to it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.services.records import Reading
from thidua_desktop.storage import links

_WORDS = {
    "award": "khen thưởng trong sổ",
    "nomination": "đề nghị",
    "dossier": "hồ sơ",
    "person": "người",
    "household": "hộ gia đình",
    "unit": "đơn vị trực thuộc",
    "council_member": "lần là thành viên Hội đồng",
    "task_unit": "nhiệm vụ của kế hoạch",
    "rating": "lần xếp loại",
    "initiative": "sáng kiến",
    "initiative_author": "sáng kiến cùng làm",
    "unit_year": "năm số liệu tập thể",
    "discipline": "lần kỷ luật",
    "open_case": "vụ việc",
    "cluster_member": "cụm, khối thi đua",
    "pledge": "đăng ký thi đua",
    "score": "lần chấm điểm",
    "unit_succession": "lần sắp xếp đơn vị",
}


def refuse_used(
    connection: Reading,
    table: str,
    uids: Sequence[str],
    advice: str,
    together: Mapping[str, int] = MappingProxyType({}),
    example: str = "",
) -> None:
    """Raise Refused when something leads to *uids* of *table*; *advice* says what to do instead.

    *together*: how many rows of a table go with them; *example*: one of those that stay behind.
    Their own files do not count.
    """
    found = Counter({name: -count for name, count in together.items()})
    for counts in links.counts(connection, table, uids).values():
        found.update({name: count for name, count in counts.items() if name in _WORDS})
    if found := +found:
        which = "dòng đang chọn" if len(uids) > 1 else _ONE.get(table, "dòng này")
        among = f", trong đó có “{example}”" if example else ""
        raise Refused(f"Không xóa được: {which} còn {in_words(found)}{among}.", _SAFE, advice)


def in_words(found: Mapping[str, int]) -> str:
    """Return the counts by table as one says them: "3 đề nghị, 2 khen thưởng trong sổ"."""
    ordered = sorted(found, key=list(_WORDS).index)
    return ", ".join(f"{grouped(found[each])} {_WORDS[each]}" for each in ordered)


_ONE = {"unit": "đơn vị này", "person": "người này", "household": "hộ này"}
_SAFE = "Chưa có gì bị xóa."
