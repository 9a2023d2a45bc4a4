"""Sticks, cards and shares told from disks by the table of mounts and the tree of block devices."""

from pathlib import Path

import pytest

from thidua_desktop.storage.drives import FAT_LIMIT, NETWORK, OPTICAL, REMOVABLE, Reason
from thidua_desktop.storage.drives.linux import LinuxDrives


class Machine:
    """A computer drawn in a folder: its mounts, and the block devices they hang on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.blocks = folder / "class" / "block"
        self.blocks.mkdir(parents=True)
        self.table = folder / "mounts"
        self.table.write_text("")
        self.disk("sda", "pci0000:00/ata1")
        self.mount("/dev/sda1", "/", "ext4")

    @property
    def drives(self) -> LinuxDrives:
        return LinuxDrives(self.table, self.blocks)

    def disk(self, name: str, bus: str, *, removable: bool = False, card: bool = False) -> None:
        """Hang the disk *name* with one partition on *bus*."""
        real = self.folder / "devices" / bus / "block" / name
        part = real / f"{name}1"
        (real / "device").mkdir(parents=True)
        part.mkdir()
        (real / "removable").write_text("1\n" if removable else "0\n")
        (part / "partition").write_text("1\n")
        if card:
            (real / "device" / "type").write_text("SD\n")
        (self.blocks / name).symlink_to(real)
        (self.blocks / part.name).symlink_to(part)

    def cipher(self, name: str, below: str) -> None:
        """Put an enciphered device over the partition *below*."""
        real = self.folder / "devices" / "virtual" / "block" / name
        (real / "slaves" / below).mkdir(parents=True)
        (self.blocks / name).symlink_to(real)

    def mount(self, source: str, point: str, filesystem: str, options: str = "rw") -> None:
        with self.table.open("a") as table:
            table.write(f"{source} {point} {filesystem} {options} 0 0\n")

    def reason(self, path: str) -> Reason | None:
        return self.drives.reason(Path(path))


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_disk_of_the_computer_may_be_worked_on(machine: Machine) -> None:
    machine.disk("nvme0n1", "pci0000:00/nvme")
    machine.mount("/dev/nvme0n11", "/home", "ext4")
    assert machine.reason("/home/mây/huyện.thidua") is None


def test_a_stick_hangs_on_usb(machine: Machine) -> None:
    machine.disk("sdb", "pci0000:00/usb2/2-1", removable=True)
    machine.mount("/dev/sdb1", "/media/mây/KINGSTON", "vfat")
    assert machine.reason("/media/mây/KINGSTON/a.thidua") == REMOVABLE
    assert machine.reason("/media/mây") is None


def test_a_usb_disk_that_does_not_call_itself_removable_is_one(machine: Machine) -> None:
    machine.disk("sdb", "pci0000:00/usb2/2-1")
    machine.mount("/dev/sdb1", "/media/mây/ngoài", "ntfs3")
    assert machine.reason("/media/mây/ngoài/a.thidua") == REMOVABLE


def test_a_memory_card_can_be_pulled(machine: Machine) -> None:
    machine.disk("mmcblk0", "platform/mmc", card=True)
    machine.mount("/dev/mmcblk01", "/media/mây/thẻ", "exfat")
    assert machine.reason("/media/mây/thẻ") == REMOVABLE


def test_below_a_cipher_lies_the_stick(machine: Machine) -> None:
    machine.disk("sdb", "pci0000:00/usb2/2-1")
    machine.cipher("dm-0", "sdb1")
    machine.mount("/dev/dm-0", "/media/mây/khóa", "ext4")
    assert machine.reason("/media/mây/khóa/a.thidua") == REMOVABLE


def test_a_system_that_runs_from_a_stick_is_its_own_disk(machine: Machine) -> None:
    machine.disk("sdb", "pci0000:00/usb2/2-1")
    machine.table.write_text("")
    machine.mount("/dev/sdb1", "/", "ext4")
    machine.mount("/dev/sdb1", "/home", "ext4")
    assert machine.reason("/home/mây/a.thidua") is None


@pytest.mark.parametrize("filesystem", ["nfs4", "cifs", "fuse.sshfs"])
def test_a_share_lies_elsewhere(machine: Machine, filesystem: str) -> None:
    machine.mount("máy-chủ:/chung", "/mnt/chung", filesystem)
    assert machine.reason("/mnt/chung/a.thidua") == NETWORK


def test_a_disc_is_read_only_by_nature(machine: Machine) -> None:
    machine.disk("sr0", "pci0000:00/ata2", removable=True)
    machine.mount("/dev/sr0", "/media/mây/đĩa", "iso9660")
    assert machine.reason("/media/mây/đĩa/a.thidua") == OPTICAL


def test_blanks_in_the_name_of_a_stick_are_escaped_in_the_table(machine: Machine) -> None:
    machine.disk("sdb", "pci0000:00/usb2/2-1", removable=True)
    machine.mount("/dev/sdb1", "/media/mây/USB\\040của\\040Mây", "vfat")
    assert machine.reason("/media/mây/USB của Mây/a.thidua") == REMOVABLE


def test_only_fat_has_a_limit(machine: Machine) -> None:
    machine.disk("sdb", "pci0000:00/usb2/2-1", removable=True)
    machine.mount("/dev/sdb1", "/media/mây/FAT", "vfat")
    assert machine.drives.file_limit(Path("/media/mây/FAT")) == FAT_LIMIT
    assert machine.drives.file_limit(Path("/home")) is None


def test_where_the_system_tells_nothing_nothing_is_refused(tmp_path: Path) -> None:
    assert LinuxDrives(tmp_path / "none", tmp_path).reason(Path("/media/a")) is None


def test_sticks_are_named_by_where_they_are_mounted(machine: Machine) -> None:
    machine.disk("sdb", "pci0000:00/usb2/2-1", removable=True)
    machine.mount("/dev/sdb1", "/media/mây/KINGSTON", "vfat", "rw,nosuid")
    assert machine.drives.loose() == [(Path("/media/mây/KINGSTON"), "KINGSTON", False)]


def test_a_stick_that_is_write_protected_says_so(machine: Machine) -> None:
    machine.disk("sdb", "pci0000:00/usb2/2-1", removable=True)
    machine.mount("/dev/sdb1", "/media/mây/KINGSTON", "vfat", "nosuid,ro")
    assert [is_locked for _, _, is_locked in machine.drives.loose()] == [True]


def test_discs_and_shares_are_no_sticks(machine: Machine) -> None:
    machine.disk("sr0", "pci0000:00/ata2", removable=True)
    machine.mount("/dev/sr0", "/media/mây/đĩa", "iso9660")
    machine.mount("máy-chủ:/chung", "/mnt/chung", "nfs4")
    assert machine.drives.loose() == []
