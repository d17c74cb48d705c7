"""Pictures that move: frame by frame what the PNGs are, small, described, and no larger than can be drawn in time."""

from dataclasses import replace
from io import BytesIO
from typing import get_args

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from kuroaka.asked import Asked
from kuroaka.figure.drawing.compose import figure
from kuroaka.figure.drawing.stills import stills
from kuroaka.figure.files.film import HOLD, STEP, Moving, film
from kuroaka.figure.files.raster import rasterise
from kuroaka.language import LIMITS, UNLIMITED, LimitProblem
from kuroaka.scene import Scene
from tests.figure.drawings import SIGMOID
from tests.networks import THREE_THREE_TWO

MEDIA: tuple[Moving, ...] = get_args(Moving)
SCENE = Scene(Asked(expression=SIGMOID, at={"x": 0.5}, lang="ja"))
MOST = {"gif": 30_000, "webp": 15_000, "apng": 30_000}  # bytes, of the sigmoid in full size


def opened(scene: Scene, medium: Moving, scale: float = 1) -> Image.Image:
    return Image.open(BytesIO(film(scene, medium, scale)))


def colours(image: Image.Image) -> NDArray[np.int16]:
    return np.asarray(image.convert("RGB")).astype(np.int16)


@pytest.mark.parametrize("medium", MEDIA)
def test_its_frames_are_the_pngs(medium: Moving) -> None:
    moving = opened(SCENE, medium)
    assert getattr(moving, "n_frames", 1) == len(SCENE.steps) + 1
    for frame in range(len(SCENE.steps) + 1):
        moving.seek(frame)
        still = colours(Image.open(BytesIO(rasterise(figure(SCENE.but(frame=frame)), 1))))
        height, width = np.minimum(still.shape[:2], colours(moving).shape[:2])
        off = abs(colours(moving)[:height, :width] - still[:height, :width]).max(axis=2)
        ink = (still.min(axis=2) < 128).sum()
        # the palette has a shade within 11 of every mix of one colour and paper; where black meets red there are others
        assert (off > 11).sum() < 0.02 * ink, frame
        assert (off > 64).sum() == 0, frame


@pytest.mark.parametrize("medium", MEDIA)
def test_it_waits_on_each_frame_and_longer_on_the_last_and_begins_again(medium: Moving) -> None:
    moving = opened(SCENE, medium)
    times = []
    for frame in range(len(SCENE.steps) + 1):
        moving.seek(frame)
        moving.load()
        times.append(moving.info["duration"])
    assert times == [STEP] * len(SCENE.steps) + [HOLD]
    assert moving.info["loop"] == 0


@pytest.mark.parametrize("medium", MEDIA)
def test_what_is_said_of_the_figure_goes_along(medium: Moving) -> None:
    says = stills(SCENE).says
    assert says.startswith(SIGMOID)
    assert "順伝播" in says
    body = film(SCENE, medium, 1)
    assert len(body) < MOST[medium]
    info = Image.open(BytesIO(body)).info
    said = {"gif": "comment", "webp": "xmp", "apng": "Description"}[medium]
    assert says in (info[said] if isinstance(info[said], str) else info[said].decode())


def test_it_has_few_colours() -> None:
    moving = opened(SCENE, "gif", 2)
    used = set()
    for frame in range(len(SCENE.steps) + 1):
        moving.seek(frame)
        used |= {colour for _, colour in moving.convert("RGB").getcolors() or ()}
    assert 8 < len(used) <= 32


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("changes", [{"frame": 2}, {"animate": False}])
def test_what_stands_still_is_one_picture(medium: Moving, changes: dict[str, object]) -> None:
    assert getattr(opened(SCENE.but(**changes), medium), "n_frames", 1) == 1


@pytest.mark.parametrize("medium", MEDIA)
def test_what_may_not_have_the_pixels_is_smaller_and_at_last_refused(medium: Moving) -> None:
    asked = Asked(expression="x*y")
    free = opened(Scene(asked, limits=UNLIMITED), medium, 4)
    bound = opened(Scene(asked, limits=replace(LIMITS, pixels=30_000)), medium, 4)
    assert free.width == round(4 * stills(Scene(asked)).size[0])
    assert bound.width < free.width / 2
    with pytest.raises(LimitProblem, match="3 frames of"):
        film(Scene(asked, limits=replace(LIMITS, pixels=3_000)), medium, 1)


def test_a_small_network_is_drawn_in_full_size() -> None:
    scene = Scene(Asked(expression=THREE_THREE_TWO), limits=LIMITS)
    assert opened(scene, "gif", 1).size == tuple(map(round, stills(scene).size))
