from thidua_desktop.storage.telling import Stages


def test_stages_share_one_scale_that_never_goes_back() -> None:
    told: list[tuple[int, int, str]] = []
    stages = Stages(lambda *said: told.append(said), ("Chép", "Đọc lại"))
    stages.stage(0)(5, 10)
    stages.stage(0)(10, 10)
    stages.stage(1)(0, 0)
    assert told == [(500, 2000, "Chép"), (1000, 2000, "Chép"), (2000, 2000, "Đọc lại")]
