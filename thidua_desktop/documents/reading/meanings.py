"""What a column of a list can mean, by the words over it. Knows no rows and no file format."""

import re
from collections.abc import Mapping
from functools import lru_cache

from thidua_desktop.documents.reading.list_values import ListKind
from thidua_desktop.domain.text import fold

LABELS: Mapping[str, str] = {
    "ordinal": "Số thứ tự",
    "name": "Tên tập thể, cá nhân hoặc hộ",
    "full_name": "Họ và tên",
    "family_name": "Họ và tên đệm",
    "collective": "Tên tập thể",
    "household": "Tên hộ gia đình",
    "address": "Ông/Bà",
    "birth": "Ngày sinh hoặc năm sinh",
    "birth_male": "Ngày sinh của nam",
    "birth_female": "Ngày sinh của nữ",
    "sex": "Giới tính",
    "sex_male": "Nam (đánh dấu)",
    "sex_female": "Nữ (đánh dấu)",
    "citizen_id": "CCCD, số định danh",
    "ethnicity": "Dân tộc",
    "position": "Chức vụ",
    "unit": "Đơn vị",
    "position_unit": "Chức vụ, đơn vị",
    "title": "Danh hiệu, hình thức khen thưởng",
    "mark": "Cột đánh dấu (một danh hiệu hoặc một năm)",
    "mark_date": "Ngày quyết định của cột đánh dấu bên trái",
    "past": "Khen thưởng đã đạt trước đây",
    "recipient_kind": "Loại: cá nhân, tập thể, hộ",
    "group": "Phân loại đối tượng",
    "loai_hinh": "Loại hình khen thưởng",
    "field": "Lĩnh vực",
    "level": "Cấp khen thưởng",
    "year": "Năm",
    "period": "Năm học, giai đoạn",
    "achievement": "Thành tích",
    "rating": "Xếp loại hoàn thành nhiệm vụ",
    "initiative": "Tên sáng kiến, đề tài",
    "initiative_number": "Số công nhận sáng kiến",
    "authors": "Đồng tác giả",
    "scope": "Phạm vi ảnh hưởng",
    "decision_number": "Số quyết định (có thể kèm ngày)",
    "decision_date": "Ngày quyết định",
    "authority": "Cơ quan quyết định",
    "signer": "Người ký",
    "amount": "Số tiền thưởng",
    "certificate_number": "Số bằng, số vào sổ",
    "discipline": "Hình thức kỷ luật",
    "until": "Kỷ luật đến ngày",
    "parent": "Trực thuộc",
    "kind": "Loại đơn vị",
    "code": "Mã đơn vị",
    "valid_from": "Hiệu lực từ",
    "valid_to": "Hiệu lực đến",
    "note": "Ghi chú",
}
"""The words of every meaning."""

_ORDINAL = r"s?tt|so tt|so thu tu|thu tu"
_NOTE = r"ghi chu.*|chu thich"
# What may follow the word for a unit in a head; more would be a unit's own name.
_OF_UNIT = (
    r"(?:[ ,/&()-]+(?:va|hoac|don vi|co quan|to chuc|phong|ban|truong|doan the|doanh nghiep|"
    r"cong tac|lam viec|sinh hoat|hien nay|day du|truc tiep|quan ly|cap tren|chu quan))*\)?"
)
_PLACE = r"(?:thon|lang|buon|to dan pho|tdp|khu dan cu|xa|phuong|thi tran)"
_UNIT = (
    rf"(?:ten )?(?:don vi|co quan|to chuc|truong|phong ban|noi){_OF_UNIT}|dia chi.*|noi o.*|"
    rf"{_PLACE}(?:[ ,/]+(?:hoac )?{_PLACE})*"
)
_POSITION = r"chuc (?:vu|danh).*|cong viec.*|nghe nghiep.*|vi tri viec lam|cap bac.*|cv"
_POSITION_UNIT = (
    r"(?:chuc (?:vu|danh)|nghe nghiep|cong viec).*(?:don vi|noi|co quan|dia chi).*|"
    r"(?:don vi|noi|co quan).*chuc (?:vu|danh).*|"
    r"thong tin cong tac"
)
_PERSON = {
    "ordinal": _ORDINAL,
    "birth_male": r".*(?:sinh|tuoi) nam",
    "birth_female": r".*(?:sinh|tuoi) nu",
    "family_name": r"ho|ho (?:va )?(?:(?:chu|ten) )?(?:dem|lot)|ho va ten (?:dem|lot)",
    "citizen_id": r".*(?:cccd|cmnd|cmt|can cuoc|chung minh|dinh danh).*",
    "birth": r"(?!ho\b|ten\b).*(?:ngay|nam|thang).*\bsinh\b.*|sinh (?:ngay|nam)|ns|ntns",
    "sex_male": r"(?:gioi tinh |phai )?nam",
    "sex_female": r"(?:gioi tinh |phai )?nu",
    "sex": r"gioi tinh.*|phai|gt|nam ?[/,-] ?nu",
    "address": r"ong ?[/,(-]? ?ba\)?|danh xung|xung ho",
    "ethnicity": r"(?:thanh phan )?dan toc",
}
_PEOPLE = _PERSON | {
    "position_unit": _POSITION_UNIT,
    "position": _POSITION,
    "unit": _UNIT,
    "full_name": r"ho,? (?:va )?ten.*|ca nhan|ten|ong ?[/,(-]? ?ba\)? .+|"
    r"ten (?:ca nhan|can bo|giao vien|nguoi|cong chuc|vien chuc).*",
    "note": _NOTE,
}
_DECISION = {
    "initiative_number": r"so (?:sang kien|skkn|giay (?:cong nhan|chung nhan).*)",
    "certificate_number": r"so (?:bang|giay khen|hieu bang|chung nhan)\b.*|(?:so )?vao so\b.*",
    "signer": r"(?:(?:ho )?(?:va )?(?:ten )?(?:chuc vu )?)nguoi ky.*|ky boi",
    "authority": r"(?:ten )?(?:co quan|don vi|noi)?(?: co)? ?(?:tham quyen|chu the)\b.*|"
    r"(?:ten )?(?:co quan|don vi|noi) (?:ra|ban hanh|ky|quyet dinh|cong nhan|khen|tang|cap)\b.*",
    "decision_date": r"ngay(?:,? ?thang)?(?:,? ?nam)?(?: (?:cua )?(?:quyet dinh|qd|ky|ban hanh|"
    r"khen|cong nhan|tang)\b.*)?|thoi gian (?:khen|quyet dinh|ky)\b.*",
    "decision_number": r"(?:so(?: hieu)?,? ?(?:va )?)?(?:ngay,? (?:cua )?)?(?:quyet dinh|qd)\b.*|"
    r"so,? ?/?(?:va )?(?:ky hieu|ngay)\b.*|(?:so )?van ban\b.*|so(?: hieu)?",
    "amount": r".*(?:so tien|tien thuong|muc thuong|muc tien|kinh phi)\b.*|tien|thanh tien.*",
}
_AWARDED = _PERSON | {
    "discipline": r"(?:hinh thuc |muc |muc do )?(?:bi )?(?:xu ly )?ky luat.*",
    "ordinal": _ORDINAL,
    "past": r".*\b(?:da dat|da duoc|da khen|truoc do|nam truoc|lien ke|cao nhat|gan nhat|"
    r"qua trinh khen)\b.*",
    "position_unit": _POSITION_UNIT,
    "name": r"(?:ho (?:va )?ten|ten|danh sach)?,? ?(?:cac )?.{0,12}"
    r"(?:tap the|don vi|to chuc)\b.{0,12}\b(?:ca nhan|nguoi|ho)\b.*|"
    r"(?:ho (?:va )?ten|ten)?,? ?(?:cac )?ca nhan\b.{0,12}\b(?:tap the|don vi|ho)\b.*|"
    r"ho (?:va )?ten.*(?:ten )?(?:don vi|tap the).*|ten|ten doi tuong.*|ten,? chuc (?:vu|danh)\b.*|"
    r"doi tuong (?:duoc )?(?:de nghi|khen).*|ten (?:nguoi|ca nhan)?/.*",
    "household": r"(?:ten |ho (?:va )?ten )?chu ho\b.*|ten ho\b.*|ho gia dinh\b.*",
    "collective": r"(?:ten )?(?:cac )?tap the\b.*|(?:ten )?(?:cac )?(?:doanh nghiep|cong ty|htx|"
    rf"hop tac xa|to hop tac)\b.*|ten {_PLACE}\b.*|"
    r"(?:ten )?(?:don vi|to chuc|co quan) (?:duoc|de nghi khen) .*",
    "position": _POSITION,
    "initiative": r"(?:ten )?(?:cac )?(?:sang kien|skkn|de tai|giai phap|nckh)\b.*",
    "scope": r"(?:pham vi|muc do|hieu qua).*(?:anh huong|ap dung|nhan rong).*|pham vi.*|"
    r"cap (?:cong nhan|sang kien)",
    **_DECISION,
    "recipient_kind": r"loai(?: \(.*| khen)?|.*\bloai doi tuong.*(?:ca ?nhan|tap ?the).*|"
    r"cn ?/ ?tt|tt ?/ ?cn",
    "loai_hinh": r"loai hinh.*|phuong thuc.*",
    "rating": r"(?:ket qua |muc do |muc )?"
    r"(?:xep loai|danh gia|hoan thanh (?:nhiem vu|cong viec)|htnv)\b.*|"
    r"(?:ket qua )?phan loai (?:vien chuc|cong chuc|lao dong|dang vien|hang nam|chat luong)\b.*|"
    r"ket qua (?:cong tac|nam)\b.*",
    "group": r"phan loai.*|(?:nhom )?doi tuong.*|nhom\b.*",
    "field": r"(?:thuoc )?linh vuc.*|nganh(?: nghe)?",
    "period": r"nam hoc|nien khoa|giai doan|nam hoc (?:khen|xet|dat)\b.*",
    "level": r"cap|cap (?:khen|ky|quyet dinh|do|trinh|thi dua|tang|ban hanh)\b.*|tuyen trinh",
    "title": r"(?:ten )?(?:cac )?(?:danh hieu|hinh thuc|dhtd|htkt)\b.*|khen thuong.*|"
    r"(?:de nghi|muc|dang ky)(?: de nghi)? ?(?:khen|tang|danh hieu|hinh thuc|xet|cong nhan)?.*|"
    r"loai khen thuong",
    "year": r"nam|nam (?:khen|xet|cong tac|thanh tich|dat|duoc|tang|danh hieu|de nghi|danh gia|"
    r"cong nhan|thuc hien|xep loai)\b.*",
    "achievement": r"(?:tom tat )?(?:noi dung )?(?:cac )?thanh tich.*|ly do.*|tom tat.*|noi dung.*",
    "unit": rf"{_UNIT}|don vi (?:de nghi|trinh)",
    "full_name": r"ho,? (?:va )?ten.*|ca nhan|"
    r"ten (?:nguoi|can bo|giao vien|cong chuc|vien chuc)\b.*|"
    r"nguoi (?:duoc|de nghi)\b.*|ten ca nhan.*|ong ?[/,(-]? ?ba\)? .+",
    "note": _NOTE,
}
_MERITS = {
    "authors": r"(?:nhom )?dong tac gia.*|nhom tac gia.*|cac tac gia.*",
    "until": r"(?:thoi han|thoi gian|het|den|hieu luc).*(?:ngay|han|hieu luc|ky luat|den)\b.*|"
    r"thoi han",
    "year": r"nam (?:cong nhan|ap dung)\b.*",
    "full_name": r"(?:ho (?:va )?ten )?tac gia.*|chu nhiem.*",
}
_UNITS = {
    "ordinal": _ORDINAL,
    "valid_from": r"(?:hieu luc )?tu(?: ngay)?|ngay (?:thanh lap|bat dau|co hieu luc|hieu luc).*",
    "valid_to": r"(?:hieu luc )?den(?: ngay)?|ngay (?:giai the|ket thuc|het).*|het hieu luc.*",
    "parent": rf"(?:don vi |co quan |noi )?(?:truc |)(?:thuoc|cap tren|chu quan|quan ly){_OF_UNIT}",
    "code": r"ma(?: so)?(?: (?:don vi|dinh danh|co quan|hanh chinh))?",
    "kind": r"(?:phan )?loai.*|nhom(?: don vi)?|cap",
    "name": rf"(?:ten )?(?:cac )?(?:don vi|co quan|to chuc|phong ban|truong|tap the){_OF_UNIT}|ten",
    "note": _NOTE,
}
_FORMS: Mapping[ListKind, tuple[Mapping[str, str], ...]] = {
    "people": (_PEOPLE,),
    "units": (_UNITS,),
    "nominations": (_AWARDED,),
    "register": (_AWARDED,),
    "merits": (_MERITS, _AWARDED),
}
# One pass over all forms of a kind; of those that fit, the first one counts.
_PASSES = {
    kind: [
        re.compile("|".join(f"(?P<{meaning}>{form})" for meaning, form in forms.items()))
        for forms in tables
    ]
    for kind, tables in _FORMS.items()
}
_TITLE_AND_VALUE = re.compile(r":\s*\S")
_COUNT = re.compile(r"\d{3}|\d\s*[./-]\s*[\dA-ZĐ]|\bsố \d", re.I)
_NO_COUNT = re.compile(r"\(.*?\)|(?:19|20)\d\d(?:\s*[-–/]\s*(?:(?:19|20)\d\d|\d\d))?")


def labels_of(kind: ListKind) -> dict[str, str]:
    """Return what a column of a list of *kind* can mean, with the words the officer sees."""
    meanings = {meaning for forms in _FORMS[kind] for meaning in forms}
    if kind not in ("people", "units"):
        meanings |= {"mark", "mark_date"}
    return {meaning: words for meaning, words in LABELS.items() if meaning in meanings}


@lru_cache(maxsize=1 << 12)
def meaning_of(text: str, kind: ListKind) -> str:
    """Return what *text* over a column of a list of *kind* means, or ""."""
    if not text or _TITLE_AND_VALUE.search(text):
        return ""  # "Đơn vị: Trường …" is a title and no head.
    if _COUNT.search(_NO_COUNT.sub("", text)):
        return ""  # "QĐ số 774" is what a cell says, and no head; a year or "(1)" may be of one.
    folded = fold(text).strip(" .:*")
    if (marked := _by_marks(text.casefold(), folded, kind)) is not None:
        return marked
    found = (one.fullmatch(folded) for one in _PASSES[kind])
    return next((str(match.lastgroup) for match in found if match), "")


def _by_marks(text: str, folded: str, kind: ListKind) -> str | None:
    """Return the meaning of words that only their marks tell apart; None for all others."""
    if folded.startswith("truong ") and "trưởng" in text:
        return ""  # "Trưởng phòng" signs, and is no school.
    if folded == "nam" and "ă" in text:
        return "" if kind in ("people", "units") else "year"
    if "hộ" in text.split() and folded in ("ho", "ten ho", "ho ten ho"):
        return "" if kind in ("people", "units") else "household"
    return None
