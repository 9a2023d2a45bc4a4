"""Runs one reader in this process, with limits. A script: who starts it says all it needs.

Arguments: the reader (a module of this folder), the file, how many bytes of memory and seconds of
processor it may take, and where modules are found. Ends with 3 when memory gave out, with 4 when
the reader broke off.
"""

import importlib
import os
import sys

_NO_MEMORY, _BROKEN = 3, 4


def main(reader: str, path: str, memory: int, seconds: int, modules: str) -> None:
    """Run *reader* on the file *path*."""
    sys.path[:] = modules.split(os.pathsep)
    package = "thidua_desktop.documents.reading.child"
    importlib.import_module(f"{package}.limits").limit(memory, seconds)
    importlib.import_module(f"{package}.{reader}").main(path)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    try:
        main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
    except MemoryError:
        os._exit(_NO_MEMORY)
    except BaseException:  # What breaks inside a library is no Exception everywhere.
        os._exit(_BROKEN)
    os._exit(0)  # Nothing to tidy up: what was read need not be taken apart first.
