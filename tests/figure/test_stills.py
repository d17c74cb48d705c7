"""The figure taken apart by frames: each is what the figure at that frame is."""

import pytest

from kuroaka.asked import Asked
from kuroaka.figure.drawing.compose import figure
from kuroaka.figure.drawing.stills import Part, Stills, stills
from kuroaka.figure.files.raster import rasterise
from kuroaka.scene import Scene
from tests.figure.drawings import SIGMOID
from tests.networks import LARGE, THREE_THREE_TWO

DRAWN = [
    Asked(expression=SIGMOID, dashes=True),
    Asked(expression=THREE_THREE_TWO),
    Asked(expression="x", show=("rules",)),
]


@pytest.mark.parametrize("asked", DRAWN, ids=["dashes", "network", "rules"])
def test_a_still_is_the_figure_at_its_frame(asked: Asked) -> None:
    scene = Scene(asked)
    shown = stills(scene)
    assert list(shown.frames) == list(range(len(scene.steps) + 1))
    for frame in {0, len(scene.steps) // 2, len(scene.steps)}:
        assert rasterise(shown.still(frame), 1) == rasterise(figure(scene.but(frame=frame)), 1)


@pytest.mark.parametrize("expression", [THREE_THREE_TWO, LARGE], ids=["onward", "faint"])
def test_a_program_that_knows_no_visibility_draws_the_same(expression: str) -> None:
    scene = Scene(Asked(expression=expression))
    playing, still = figure(scene), figure(scene.but(animate=False))
    assert "visibility" not in still
    hidden = playing.count(' visibility="hidden"')
    assert hidden > 10
    blind = playing.replace(' visibility="hidden"', "")
    assert rasterise(blind, 1) == rasterise(playing, 1) == rasterise(still, 1)


@pytest.mark.parametrize("changes", [{"frame": 3}, {"frame": 0}, {"frame": 99}, {"animate": False}])
def test_of_what_stands_still_there_is_one(changes: dict[str, object]) -> None:
    scene = Scene(Asked(expression=SIGMOID, **changes))  # type: ignore[arg-type]
    shown = stills(scene)
    (frame,) = shown.frames
    assert rasterise(shown.still(frame), 1) == rasterise(figure(scene), 1)


def test_a_frame_in_which_nothing_comes_is_none() -> None:
    shown = stills(Scene(Asked(expression="x*y")))
    late = Stills(shown.root, [Part(part.drawn, part.ink, 2 * part.since, 2 * part.until) for part in shown.parts])
    assert (shown.frames, late.frames) == ([0, 1, 2], [0, 2, 4])
    assert late.still(1) == late.still(0) != late.still(2)


def test_what_is_said_is_what_the_figure_says() -> None:
    shown = stills(Scene(Asked(expression="x*y", at={"x": 2, "y": 3}, lang="ja")))
    assert shown.title == "x*y の計算グラフ"
    assert shown.says.startswith(shown.title)
    assert "6" in shown.says
