"""`python -m thidua_desktop`: the window when called bare, else the command line."""

import sys


def main(arguments: list[str]) -> int:
    """Run the command line when there are *arguments*, else the window; return the exit code."""
    if arguments:
        from thidua_desktop.cli import main as command

        return command(arguments)
    from thidua_desktop.app import main as window

    return window()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
