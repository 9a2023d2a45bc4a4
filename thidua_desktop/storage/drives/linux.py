"""Disks as Linux tells of them: the table of mounts, and what each block device hangs on."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.storage.drives import FAT_LIMIT, NETWORK, OPTICAL, REMOVABLE, Reason

_FAT = frozenset({"vfat", "msdos", "fuse.fusefat"})
_OPTICAL = frozenset({"iso9660", "udf"})
_NETWORK = frozenset(
    [
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "davfs", "vboxsf"),
        *("lustre", "beegfs", "glusterfs", "fuse.glusterfs", "fuse.sshfs", "fuse.rclone"),
        *("fuse.gvfsd-fuse", "fuse.davfs2", "fuse.vmhgfs-fuse", "prl_fs", "virtiofs"),
    ]
)
_BY_USB = re.compile(r"/usb\d+/")


@dataclass(frozen=True, slots=True)
class _Mount:
    source: str
    point: str
    filesystem: str
    options: str


@dataclass(frozen=True, slots=True)
class LinuxDrives:
    """The disks of a running Linux; *mounts* and *blocks* are where its kernel tells of them."""

    mounts: Path = Path("/proc/self/mounts")
    blocks: Path = Path("/sys/class/block")

    def reason(self, path: Path) -> Reason | None:
        """Return why *path* may not be worked on in place; None when it may."""
        mount = self._mount_of(path)
        if mount is None or mount.point == "/":
            return None  # Wherever that lies, the system itself runs from it.
        if mount.filesystem in _NETWORK:
            return NETWORK
        if self._can_be_pulled(mount):
            return OPTICAL if mount.filesystem in _OPTICAL else REMOVABLE
        return None

    def file_limit(self, folder: Path) -> int | None:
        """Return the most bytes that one file in *folder* may have; None when there is no limit."""
        mount = self._mount_of(folder)
        return FAT_LIMIT if mount is not None and mount.filesystem in _FAT else None

    def loose(self) -> list[tuple[Path, str, bool]]:
        """Return root, name and write lock of each disk that can be pulled and holds files."""
        found = {
            mount.point: "ro" in mount.options.split(",")
            for mount in self._read()
            if mount.filesystem not in _OPTICAL and self._can_be_pulled(mount)
        }
        return [(Path(point), Path(point).name, is_locked) for point, is_locked in found.items()]

    def _mount_of(self, path: Path) -> _Mount | None:
        """Return the innermost mount around *path*; of two at one point the later covers."""
        real = Path(os.path.realpath(path))
        around = [m for m in self._read() if real.is_relative_to(m.point)]
        return max(reversed(around), key=lambda mount: len(Path(mount.point).parts), default=None)

    def _read(self) -> list[_Mount]:
        try:
            lines = self.mounts.read_text("utf-8", errors="surrogateescape").splitlines()
        except OSError:
            return []
        fields = (line.split(" ") for line in lines)
        return [_Mount(*(_plain(field) for field in part[:4])) for part in fields if len(part) > 3]

    def _can_be_pulled(self, mount: _Mount) -> bool:
        """Say whether a disk below *mount* can be pulled, unless the system itself runs from it."""
        disks = set(self._disks(_device(mount)))
        root = self._mount_of(Path("/"))
        if root is not None:
            disks -= set(self._disks(_device(root)))
        return any(_is_loose(disk) for disk in disks)

    def _disks(self, device: str) -> Iterator[Path]:
        """Give the whole disks below the block device of that name: of a partition, of a cipher."""
        entry = self.blocks / device
        if not device or not entry.exists():
            return
        real = entry.resolve()
        below = sorted(part.name for part in real.glob("slaves/*"))
        for name in below:
            yield from self._disks(name)
        if not below:
            yield real.parent if (real / "partition").exists() else real


def _device(mount: _Mount) -> str:
    """Return the kernel's name of the block device of *mount*, "" when it has none."""
    is_device = mount.source.startswith("/dev/")
    return Path(os.path.realpath(mount.source)).name if is_device else ""


def _is_loose(disk: Path) -> bool:
    """Say whether a disk can be pulled: the kernel says so, it hangs on USB, or is an SD card."""
    is_card = _text(disk / "device" / "type") == "SD"
    return _text(disk / "removable") == "1" or bool(_BY_USB.search(f"{disk}/")) or is_card


def _text(path: Path) -> str:
    with suppress(OSError):
        return path.read_text("ascii", errors="replace").strip()
    return ""


def _plain(field: str) -> str:
    """Return a field of the table without its escapes: blanks stand there as \\040."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), field)
