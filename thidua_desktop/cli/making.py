"""`thidua new` and `thidua sample`: an office file is made."""

import argparse
from pathlib import Path

from thidua_desktop.cli.door import DONE, Door
from thidua_desktop.cli.parser import Commands, size
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.office import LEVELS, Office


def add(commands: Commands) -> None:
    """Add the commands to the command line."""
    new = commands.add(
        "new",
        _new,
        "tạo tệp dữ liệu của một cơ quan",
        'thidua new huyen.thidua --name "Ủy ban nhân dân huyện Đắk Măng" --level district '
        '--parent "Ủy ban nhân dân tỉnh Ngọc Sơn" --place "Đắk Măng"',
    )
    new.add_argument("file", type=Path, metavar="FILE", help="tệp .thidua sẽ tạo")
    new.add_argument("--name", required=True, metavar="TÊN", help="tên cơ quan")
    new.add_argument(
        "--level",
        choices=tuple(LEVELS),
        default="district",
        help="cấp: tỉnh (province), huyện (district) hoặc xã (commune); không ghi là huyện",
    )
    new.add_argument("--parent", default="", metavar="TÊN", help="cơ quan chủ quản")
    new.add_argument("--place", default="", metavar="TÊN", help="địa danh ghi trên văn bản")
    new.add_argument("--signer", default="", metavar="TÊN", help="người ký văn bản")
    sample = commands.add(
        "sample",
        _sample,
        "tạo tệp mẫu để dùng thử (cơ quan và người đều do chương trình đặt ra)",
        "thidua sample mau.thidua",
        "thidua sample lon.thidua --size 50000",
    )
    sample.add_argument("file", type=Path, metavar="FILE", help="tệp .thidua sẽ tạo")
    sample.add_argument(
        "--size", type=size, default=0, metavar="N", help="thay tệp mẫu bằng N dòng khen thưởng"
    )


def _new(options: argparse.Namespace, door: Door) -> int:
    office = Office(
        name=options.name,
        level=options.level,
        parent=options.parent,
        place=options.place,
        signer=options.signer,
    )
    services = door.wiring.create_office(options.file, office)
    made = services.office.get()
    services.file.close()
    door.say(f"Đã tạo tệp “{options.file}” cho {made.name}.")
    door.answer({"file": str(options.file), "uid": made.uid, "name": made.name})
    return DONE


def _sample(options: argparse.Namespace, door: Door) -> int:
    services = door.wiring.create_sample(options.file, options.size, door.ticket)
    awards, people = services.awards.count(Query()), services.people.count(Query())
    services.file.close()
    door.say(f"Đã tạo tệp mẫu “{options.file}”: {awards} dòng khen thưởng, {people} người.")
    door.answer({"file": str(options.file), "awards": awards, "people": people})
    return DONE
