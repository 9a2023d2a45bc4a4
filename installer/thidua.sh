#!/bin/sh
# Everything a checkout can do, from a bare machine on: sets itself up, then runs, tests, measures.
# The Makefile only calls this; installer/thidua.ps1 is its twin on Windows.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
bin=.venv/bin
lock=installer/requirements.lock
stamp=.venv/thidua-setup

# library:package pairs, as Debian and Ubuntu name them
qt_libraries="libglib-2.0.so.0:libglib2.0-0 libEGL.so.1:libegl1 libGL.so.1:libgl1
libdbus-1.so.3:libdbus-1-3 libfontconfig.so.1:libfontconfig1 libxkbcommon.so.0:libxkbcommon0
libcups.so.2:libcups2"
display_libraries="libxcb-cursor.so.0:libxcb-cursor0 libxkbcommon-x11.so.0:libxkbcommon-x11-0
libxcb-icccm.so.4:libxcb-icccm4 libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-shape.so.0:libxcb-shape0
libwayland-cursor.so.0:libwayland-cursor0 libwayland-egl.so.1:libwayland-egl1"
libraries=$qt_libraries

help() {
    cat <<'END'
make TARGET, or sh installer/thidua.sh TARGET; each one sets up what it needs first

  setup     system libraries, .venv and the locked packages; at once when all is there
  run       the window on a sample office; with no display, its papers in out/
  test      check, then every test, offscreen
  check     ruff, import-linter and mypy
  bench     speed, as ratios to the floor measured in the same run
  pictures  the pictures of every window, anew
  lock      installer/requirements.lock anew from pyproject.toml (needs uv)
  clean     caches and out/ away; .venv stays
END
}

setup() {
    if display_named; then
        libraries="$qt_libraries $display_libraries"
    fi
    prepare
}

# What every target needs; the libraries of a display are asked for only by those that open a window.
prepare() {
    need_packages
    wanted="$root
$(cat "$lock" pyproject.toml | cksum)"
    if [ -x "$bin/python" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
        return
    fi
    make_environment
    say "Installing the locked packages into .venv"
    pip_install --require-hashes --only-binary :all: -r "$lock"
    pip_install --no-deps --no-build-isolation --no-index --editable .
    printf '%s\n' "$wanted" >"$stamp"
}

run() {
    setup
    if display_works; then
        exec "$bin/thidua-desktop" --sample "$@"
    fi
    mkdir -p out
    rm -f out/mau.thidua
    "$bin/thidua" sample out/mau.thidua
    "$bin/thidua" report out/mau.thidua half-year out/bao-cao-6-thang.pdf --year 2024 --half 1
    "$bin/thidua" report out/mau.thidua half-year out/bao-cao-6-thang.docx --year 2024 --half 1
    "$bin/thidua" report out/mau.thidua plan out/ke-hoach.pdf --year 2024
    "$bin/thidua" export out/mau.thidua register out/so-khen-thuong.xlsx --year 2024
    say "No display, so no window; made in out/: mau.thidua (sample office)," \
        "bao-cao-6-thang.pdf and .docx (half-year report), ke-hoach.pdf (plan)," \
        "so-khen-thuong.xlsx (register)"
}

check() {
    prepare
    "$bin/ruff" check .
    "$bin/ruff" format --check .
    "$bin/lint-imports" --no-logo
    "$bin/mypy"
}

tests() {
    check
    want_screen
    QT_QPA_PLATFORM=offscreen "$bin/python" -m pytest -n 2 "$@"
}

bench() {
    prepare
    QT_QPA_PLATFORM=offscreen "$bin/python" -m tests.bench "$@"
}

pictures() {
    prepare
    QT_QPA_PLATFORM=offscreen "$bin/python" -m tests.pictures "$@"
}

lock() {
    command -v uv >/dev/null || fail "make lock needs uv: https://docs.astral.sh/uv"
    uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
        --generate-hashes --no-header --quiet --output-file "$lock" "$@"
}

clean() {
    rm -rf out build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
    find . -name .venv -prune -o -name __pycache__ -type d -exec rm -rf {} +
}

# --- what the machine has ---------------------------------------------------------------------

display_named() {
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

# A display that is named may still be gone, and Qt aborts on it: so one is opened, without a window.
display_works() {
    display_named && "$bin/python" -c \
        'from PySide6.QtGui import QGuiApplication; QGuiApplication([])' >/dev/null 2>&1
}

# Prints the first Python that fits; "whole" asks for the modules that distributions split off, too.
find_python() {
    probe='import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))'
    [ "$1" = whole ] && probe="import ctypes, ensurepip, sqlite3, ssl, venv; $probe"
    for candidate in python3.11 python3.12 python3.13 python3; do
        if command -v "$candidate" >/dev/null && "$candidate" -c "$probe" 2>/dev/null; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    return 1
}

# Prints the Debian package that makes a whole Python out of the one that is there, or a new one.
python_package() {
    if part=$(find_python any); then
        "$part" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
    else
        echo python3-venv
    fi
}

missing_packages() {
    if [ ! -x "$bin/python" ] && ! find_python whole >/dev/null; then
        python_package
    fi
    known=$(PATH="$PATH:/usr/sbin:/sbin" ldconfig -p)
    for pair in $libraries; do
        case $known in
            *"${pair%%:*} "*) ;;
            *) echo "${pair#*:}" ;;
        esac
    done
}

# Prints what runs a command as root; fails where this user may not.
rights() {
    if [ "$(id -u)" = 0 ]; then
        echo env
    elif sudo -n true 2>/dev/null; then
        echo "sudo -n env"
    else
        return 1
    fi
}

install_packages() {
    $as_root apt-get -qq update </dev/null || say "apt-get update failed; the old lists are used"
    # shellcheck disable=SC2086 # both are lists of words
    $as_root DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -o Dpkg::Use-Pty=0 install -y --no-install-recommends $1 </dev/null >/dev/null
}

need_packages() {
    packages=$(missing_packages | paste -s -d ' ')
    [ -n "$packages" ] || return 0
    if ! command -v apt-get >/dev/null; then
        fail "Missing; install what Debian calls: $packages"
    fi
    as_root=$(rights) ||
        fail "Missing, and this user may not install them. Ask for: apt-get install $packages"
    say "Installing $packages"
    install_packages "$packages" || fail "apt-get could not install: $packages"
    packages=$(missing_packages | paste -s -d ' ')
    [ -z "$packages" ] || fail "Still missing after the installation: $packages"
}

# The tests that press real keys need a screen of their own; without the right to install one they
# are left out, and pytest says so.
want_screen() {
    command -v apt-get >/dev/null || return 0
    absent=""
    for tool in Xvfb:xvfb openbox:openbox xdotool:xdotool; do
        command -v "${tool%%:*}" >/dev/null || absent="$absent ${tool#*:}"
    done
    libraries="$qt_libraries $display_libraries"
    absent="$absent $(missing_packages | paste -s -d ' ')"
    [ -n "$(printf '%s' "$absent" | tr -d ' ')" ] || return 0
    as_root=$(rights) || return 0
    say "Installing$absent"
    install_packages "$absent" || say "Not installed; the tests with real keys are left out"
}

# --- the environment --------------------------------------------------------------------------

# Environments hold absolute paths: one that was moved, or whose Python is gone, is made anew.
make_environment() {
    made_for=$(head -n 1 "$stamp" 2>/dev/null || true)
    if [ "${made_for:-$root}" = "$root" ] && "$bin/python" -m pip --version >/dev/null 2>&1; then
        return
    fi
    python=$(find_python whole) || fail "Python 3.11, 3.12 or 3.13 is needed."
    say "Making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
}

pip_install() {
    "$bin/python" -m pip install --quiet --disable-pip-version-check --no-input "$@" ||
        fail "pip could not install; its words are above. Nothing outside .venv was changed."
}

say() {
    printf '%s\n' "$*"
}

fail() {
    say "$@" >&2
    exit 1
}

target=${1:-help}
[ $# -eq 0 ] || shift
case $target in
    setup | run | check | bench | pictures | lock | clean) "$target" "$@" ;;
    test) tests "$@" ;;
    help | -h | --help) help ;;
    *)
        help >&2
        fail "There is no target $target."
        ;;
esac
