"""What the fields of records are called in their history. Knows no form and no value."""

from collections.abc import Mapping
from types import MappingProxyType

FILE = "attachment"
"""The field under which files come and go in the history of a record."""

_RECIPIENT = {
    "recipient.kind": "Đối tượng",
    "recipient.name": "Tên",
    "recipient.position": "Chức vụ",
    "recipient.unit_name": "Đơn vị",
    "recipient.person_uid": "Nối với người",
    "recipient.unit_uid": "Nối với đơn vị",
    "recipient.household_uid": "Nối với hộ gia đình",
    "recipient.workplace_uid": "Nối đơn vị công tác",
    "recipient.group": "Nhóm thống kê",
    "recipient.is_enterprise": "Doanh nghiệp",
}
_TITLE = {
    "title": "Mã danh hiệu",
    "title_text": "Danh hiệu",
    "level": "Cấp khen",
    "year": "Năm thành tích",
    "loai_hinh": "Loại hình",
}
_HEADING = {
    "heading.parent": "Cơ quan cấp trên",
    "heading.issuer": "Cơ quan ban hành",
    "heading.number": "Số",
    "heading.symbol": "Ký hiệu",
    "heading.place": "Địa danh",
    "heading.date": "Ngày ban hành",
    "heading.type_name": "Tên loại",
    "heading.subject": "Trích yếu",
    "heading.authority": "Quyền hạn ký",
    "heading.signer": "Người ký",
    "heading.recipients": "Nơi nhận",
}

LABELS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "award": {
            **_RECIPIENT,
            **_TITLE,
            "period": "Giai đoạn",
            "nature": "Ghi sổ",
            "movement_uid": "Phong trào",
            "nomination_uid": "Đề nghị",
            "decision_uid": "Nối với quyết định",
            "decision_number": "Số quyết định",
            "decision_date": "Ngày ký",
            "authority": "Người quyết định",
            "ordinal": "Số thứ tự",
            "law": "Bộ quy định",
            "coefficient": "Hệ số",
            "base_salary": "Lương cơ sở",
            "amount": "Tiền thưởng",
            "certificate_number": "Số vào sổ bằng",
            "certificate_printed": "Ngày in bằng",
            "note": "Ghi chú",
            "source": "Nguồn",
        },
        "nomination": {
            "dossier_uid": "Hồ sơ",
            **_RECIPIENT,
            **_TITLE,
            "achievement": "Thành tích",
            "state": "Tình trạng",
            "reason": "Lý do",
            "note": "Ghi chú",
            "source": "Nguồn",
        },
        "dossier": {
            "unit_uid": "Nối với đơn vị",
            "unit_name": "Đơn vị đề nghị",
            "subject": "Nội dung",
            "number": "Số tờ trình",
            "year": "Năm",
            "received": "Ngày nhận",
            "due": "Hạn",
            "procedure": "Thủ tục",
            "days": "Số ngày của thủ tục",
            "state": "Tình trạng",
            "reason": "Lý do",
        },
        "decision": {
            "number": "Số quyết định",
            "date": "Ngày ký",
            "authority": "Người quyết định",
            "level": "Cấp khen",
            "signer": "Người ký",
            "signer_position": "Chức vụ người ký",
            "subject": "Trích yếu",
            "legal_bases": "Căn cứ",
            "state": "Tình trạng",
            "note": "Ghi chú",
        },
        "plan": {"year": "Năm", **_HEADING, "state": "Tình trạng"},
        "plan_task": {
            "plan_uid": "Kế hoạch",
            "quarter": "Quý",
            "ordinal": "Thứ tự",
            "body": "Nội dung",
            "units_text": "Chữ in",
            "due": "Hạn",
            "is_due_derived": "Hạn suy ra",
            "state": "Tình trạng",
            "proof": "Minh chứng",
            "done_on": "Ngày xong",
        },
        "report": {
            "kind": "Loại báo cáo",
            "year": "Năm",
            "half": "Kỳ",
            "period_from": "Từ ngày",
            "period_to": "Đến ngày",
            **_HEADING,
            "state": "Tình trạng",
        },
        "council_term": {
            "name": "Tên Hội đồng",
            "decision_number": "Số quyết định",
            "decision_date": "Ngày quyết định",
            "starts": "Từ ngày",
            "ends": "Đến ngày",
            "size": "Số thành viên",
        },
        "cluster_member": {
            "cluster_uid": "Cụm, khối",
            "unit_uid": "Nối với đơn vị",
            "unit_name": "Đơn vị",
            "year": "Năm",
            "is_leader": "Trưởng cụm, khối",
        },
        "pledge": {
            "unit_uid": "Nối với đơn vị",
            "unit_name": "Đơn vị",
            "year": "Năm",
            "title": "Mã danh hiệu",
            "title_text": "Danh hiệu",
            "quantity": "Số lượng",
            "text": "Chỉ tiêu",
        },
        "council_member": {
            "term_uid": "Nhiệm kỳ",
            "person_uid": "Nối với người",
            "full_name": "Họ và tên",
            "position": "Chức vụ",
            "role": "Vai trò",
            "is_secretary": "Thư ký",
            "ordinal": "Thứ tự",
            "starts": "Từ ngày",
            "ends": "Đến ngày",
        },
        "person": {
            "full_name": "Họ và tên",
            "birth": "Ngày sinh",
            "sex": "Giới tính",
            "position": "Chức vụ",
            "unit_uid": "Đơn vị",
            "citizen_id": "Số định danh",
            "ethnicity": "Dân tộc",
            "sort_name": "Tên để xếp",
            "note": "Ghi chú",
        },
        "household": {
            "head_name": "Chủ hộ",
            "address": "Địa chỉ",
            "unit_uid": "Đơn vị",
            "note": "Ghi chú",
        },
        "unit": {
            "name": "Tên đơn vị",
            "kind": "Loại đơn vị",
            "parent_uid": "Trực thuộc",
            "code": "Mã",
            "valid_from": "Từ ngày",
            "valid_to": "Đến ngày",
            "note": "Ghi chú",
        },
    }
)
"""The label of each field by table and by its place in the record, as forms have them."""


def label(table: str, field: str) -> str:
    """Return what *field* of *table* is called; "Tệp đính kèm" for files."""
    if field == FILE:
        return "Tệp đính kèm"
    return LABELS.get(table, {}).get(field, "Chi tiết khác")
