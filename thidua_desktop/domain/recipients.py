"""Who is put forward or awarded: kinds of recipients and the text as it was."""

from dataclasses import dataclass

PERSON_KINDS = ("person", "foreign_person")
KINDS = {
    "person": "Cá nhân",
    "collective": "Tập thể",
    "household": "Hộ gia đình",
    "enterprise": "Doanh nghiệp",
    "commune": "Xã, phường, thị trấn",
    "village": "Thôn, tổ dân phố",
    "foreign_person": "Cá nhân người nước ngoài",
    "foreign_collective": "Tập thể người nước ngoài",
}
LOAI_HINH = {
    "CONG_TRANG": "Công trạng",
    "DOT_XUAT": "Đột xuất",
    "PHONG_TRAO": "Phong trào, chuyên đề",
    "CONG_HIEN": "Quá trình cống hiến",
    "NIEN_HAN": "Niên hạn",
    "DOI_NGOAI": "Đối ngoại",
    "KHANG_CHIEN": "Kháng chiến",
}
LEVELS = {
    "state": "Nhà nước",
    "ministry": "Bộ, ban, ngành",
    "province": "Tỉnh",
    "district": "Huyện",
    "commune": "Xã",
    "grassroots": "Cơ sở",
    "other": "Khác",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """The one honoured: at most one link, and name, position and unit as they were."""

    kind: str = "person"
    name: str = ""
    position: str = ""
    unit_name: str = ""
    person_uid: str | None = None
    unit_uid: str | None = None
    household_uid: str | None = None
    workplace_uid: str | None = None
    group: str = ""
    is_enterprise: bool = False
