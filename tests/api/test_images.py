"""GET /api/v1/figure.png, stills, and what an image shows where the request is refused."""

import struct
import xml.etree.ElementTree as ET

import pytest
from starlette.testclient import TestClient

from kuroaka.figure.files.raster import FEWER
from tests.graph.test_build import SIGMOID

SVG = "{http://www.w3.org/2000/svg}"
WIDE = "*".join(f"sigmoid(x_{place}*w_{place})" for place in range(24))


def png_size(body: bytes) -> tuple[int, int]:
    assert body[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", body[16:24])
    return width, height


def svg(client: TestClient, **params: str) -> ET.Element:
    return ET.fromstring(client.get("/api/v1/figure.svg", params={"expr": SIGMOID, **params}).content)


@pytest.mark.parametrize(("params", "scale"), [({}, 2.0), ({"scale": "1"}, 1.0), ({"scale": "3.5"}, 3.5)])
def test_a_png_has_the_size_of_the_figure_times_the_scale(
    client: TestClient, params: dict[str, str], scale: float
) -> None:
    answer = client.get("/api/v1/figure.png", params={"expr": SIGMOID, **params})
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert "content-encoding" not in answer.headers, "it is packed already"
    figure = svg(client)
    for pixels, length in zip(png_size(answer.content), (figure.get("width"), figure.get("height")), strict=True):
        assert pixels == pytest.approx(float(length or 0) * scale, abs=scale)


def test_on_paper_a_png_is_as_large_as_the_figure(client: TestClient) -> None:
    for scale in ("1", "3"):
        body = client.get("/api/v1/figure.png", params={"expr": SIGMOID, "scale": scale}).content
        per_metre, _, unit = struct.unpack(">IIB", body[body.index(b"pHYs") + 4 :][:9])
        inches = png_size(body)[0] / per_metre / 0.0254
        assert (inches * 96, unit) == (pytest.approx(float(svg(client).get("width") or 0), abs=1), 1)


def test_a_png_can_be_kept_and_asked_for_again(client: TestClient) -> None:
    params = {"expr": SIGMOID, "at": "x:0.5"}
    first = client.get("/api/v1/figure.png", params=params)
    assert first.headers["etag"].startswith('"')
    assert "max-age" in first.headers["cache-control"]
    again = client.get("/api/v1/figure.png", params=params, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/api/v1/figure.png", params={**params, "frame": "2"}).headers["etag"] != first.headers["etag"]


def test_no_link_makes_a_picture_that_fills_the_memory(client: TestClient) -> None:
    figure = svg(client, expr=WIDE)
    assert float(figure.get("width") or 0) * float(figure.get("height") or 0) > FEWER
    answer = client.get("/api/v1/figure.png", params={"expr": WIDE, "scale": "4"})
    width, height = png_size(answer.content)
    assert 0.98 * FEWER < width * height < 1.02 * FEWER


def test_a_frame_is_a_still(client: TestClient) -> None:
    first, finished = svg(client, frame="1"), svg(client, frame="99")
    assert first.find(f"{SVG}style") is finished.find(f"{SVG}style") is None
    assert len(list(first.iter())) < len(list(finished.iter()))
    assert len(list(finished.iter())) == len(list(svg(client, animate="false").iter()))


REFUSED = [
    ({"expr": "x + * 2"}, "Expected a value after '+'.", "*"),
    ({"expr": "x +"}, "Expected a value after '+'.", "\u00a0"),
    ({"expr": "x", "show": "colours"}, "These labels are not known, or cannot be shown together.", None),
    ({"expr": "x", "frame": "-1"}, "'-1' is not a whole number, 0 or more.", None),
    ({"expr": "1 + " * 40 + "# no\n<script>alert(1)</script>"}, "Expected a value after '+'.", "<"),
]


@pytest.mark.parametrize(("params", "says", "marked"), REFUSED)
def test_an_image_shows_what_is_wrong_and_where(
    client: TestClient, params: dict[str, str], says: str, marked: str | None
) -> None:
    answer = client.get("/api/v1/figure.svg", params=params, headers={"Accept": "image/avif,image/*,*/*;q=0.8"})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml; charset=utf-8")
    assert answer.headers["cache-control"] == "no-store"
    assert "sandbox" in answer.headers["content-security-policy"]
    card = ET.fromstring(answer.content)
    assert {element.tag.removeprefix(SVG) for element in card.iter()} <= {"svg", "title", "rect", "text", "tspan"}
    assert card.findtext(f"{SVG}text") == card.findtext(f"{SVG}title") == says
    assert card.findtext(f".//{SVG}tspan") == marked


def test_a_card_speaks_japanese_where_the_reader_has_the_letters(client: TestClient) -> None:
    japanese = {"expr": "x +", "lang": "ja"}
    card = ET.fromstring(client.get("/api/v1/figure.svg", params=japanese).content)
    assert card.findtext(f"{SVG}text") == "「+」の後に値が必要です。"
    answer = client.get("/api/v1/figure.png", params=japanese)
    assert answer.headers["content-language"] == "en"
    assert answer.content == client.get("/api/v1/figure.png", params={"expr": "x +", "lang": "en"}).content


def test_a_refused_png_is_a_png(client: TestClient) -> None:
    answer = client.get("/api/v1/figure.png", params={"expr": "x + 🍎"})
    assert (answer.status_code, answer.headers["cache-control"]) == (422, "no-store")
    assert png_size(answer.content)[0] == 1280
    assert client.get("/api/v1/figure.png", params={"expr": "x", "scale": "5"}).status_code == 422
    assert client.get("/api/v1/figure.png", params={"expr": "x", "scale": "nan"}).status_code == 422


@pytest.mark.parametrize("medium", ["gif", "webp", "apng"])
def test_what_would_move_but_is_too_large_is_refused_with_what_to_do_instead(client: TestClient, medium: str) -> None:
    link = f"/api/v1/figure.{medium}"
    shown = client.get(link, params={"expr": WIDE}, headers={"Accept": "image/*,*/*;q=0.8"})
    assert (shown.status_code, shown.headers["content-type"]) == (200, "image/png")
    assert png_size(shown.content)[0] == 1280
    problem = client.get(link, params={"expr": WIDE}, headers={"Accept": "application/problem+json"}).json()
    assert problem["code"] == "film-too-large"
    assert "figure.pdf" in problem["errors"][0]["hint"]


def test_a_refused_pdf_is_a_problem(client: TestClient) -> None:
    answer = client.get("/api/v1/figure.pdf", params={"expr": "x +"}, headers={"Accept": "text/html,*/*;q=0.8"})
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


def test_a_client_that_asks_for_json_by_name_gets_it(client: TestClient) -> None:
    for medium in ("svg", "png"):
        accept = {"Accept": "*/*, application/problem+json"}
        answer = client.get(f"/api/v1/figure.{medium}", params={"expr": "x +"}, headers=accept)
        assert answer.json()["code"] == "expected-value-after"


FIREFOX = "image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5"
ASKED = [
    ({"Sec-Fetch-Dest": "image", "Accept": FIREFOX}, 200),
    ({"Accept": FIREFOX}, 200),  # what stands between sends no more than this
    ({"Accept": "image/*"}, 200),
    ({"Sec-Fetch-Dest": "image"}, 200),
    ({"Sec-Fetch-Dest": "document", "Accept": "text/html,application/xhtml+xml,image/avif,*/*;q=0.8"}, 422),
    ({"Accept": "text/html,image/*;q=0.9"}, 422),
    ({"Accept": "image/png;q=0.1,*/*"}, 422),
    ({"Sec-Fetch-Dest": "empty", "Accept": "image/*"}, 422),  # a script, which reads the status
    ({"Accept": "*/*"}, 422),
    ({}, 422),
]


@pytest.mark.parametrize("medium", ["svg", "png", "gif", "webp", "apng"])
@pytest.mark.parametrize(("headers", "status"), ASKED)
def test_a_card_has_a_status_that_browsers_show_where_they_show_pictures(
    client: TestClient, medium: str, headers: dict[str, str], status: int
) -> None:
    answer = client.get(f"/api/v1/figure.{medium}", params={"expr": "x*"}, headers=headers)
    assert (answer.status_code, answer.headers["content-type"].partition("/")[0]) == (status, "image")
    assert answer.headers["cache-control"] == "no-store"
    assert {"Accept", "Sec-Fetch-Dest"} <= {*answer.headers["vary"].split(", ")}


@pytest.mark.parametrize("path", ["figure.jpeg?expr=x", "figure.svg?expr=x&sead=2", "export/dot?expr=x*", "nothing"])
def test_whatever_is_wrong_where_a_picture_is_asked_for_is_shown(client: TestClient, path: str) -> None:
    answer = client.get(f"/api/v1/{path}", headers={"Sec-Fetch-Dest": "image"})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml; charset=utf-8")
    assert client.get(f"/api/v1/{path}", headers={"Accept": "application/json"}).status_code in (404, 422)


def test_a_good_figure_is_the_same_for_all_who_ask(client: TestClient) -> None:
    answers = [client.get("/api/v1/figure.svg", params={"expr": "x*y"}, headers=headers) for headers, _ in ASKED]
    assert len({(answer.status_code, answer.headers["etag"], answer.headers["vary"]) for answer in answers}) == 1
