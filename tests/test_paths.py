"""Where things lie."""

from pathlib import Path

from thidua_desktop.paths import DATA_VARIABLE, find_paths


def test_what_came_with_the_program_is_found() -> None:
    assert find_paths({}).missing() == []


def test_the_users_folder_can_be_another(tmp_path: Path) -> None:
    paths = find_paths({DATA_VARIABLE: str(tmp_path)})
    assert (paths.user, paths.settings) == (tmp_path, tmp_path / "settings.toml")
    assert tmp_path in paths.logs.parents


def test_the_users_folder_is_that_of_the_system() -> None:
    assert find_paths({}).user.name == "thidua_desktop"


def test_missing_resources_are_named(tmp_path: Path) -> None:
    from dataclasses import replace

    paths = replace(find_paths({}), resources=tmp_path)
    assert paths.missing() == [tmp_path / "law", tmp_path / "fonts"]
