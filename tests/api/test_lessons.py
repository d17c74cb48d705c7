"""The course by HTTP: its documents, its data, and any figure as an exercise."""

import re
from io import BytesIO
from urllib.parse import parse_qs, urlsplit
from zipfile import ZipFile

import pytest
from starlette.testclient import TestClient

from kuroaka.lessons import LESSONS, lesson_named
from kuroaka.words import LANGUAGES
from tests.tags import Tags

NAME = LESSONS[0]
SAFE = ("x-content-type-options", "referrer-policy", "content-security-policy", "cross-origin-resource-policy")
PAGES = ["/lessons", f"/lessons/{NAME}", "/exercise?expr=x*y"]
DATA = ["/api/v1/lessons", f"/api/v1/lessons/{NAME}"]


@pytest.mark.parametrize("path", [*PAGES, *DATA])
def test_heads_are_those_of_the_whole(client: TestClient, path: str) -> None:
    whole, head = client.get(path), client.head(path)
    assert (whole.status_code, head.status_code, head.content) == (200, 200, b"")
    assert head.headers.get("etag") == whole.headers.get("etag")
    assert head.headers.get("content-length") == whole.headers.get("content-length")


@pytest.mark.parametrize("path", [*PAGES, *DATA, "/lessons/none", "/api/v1/lessons/none"])
def test_every_answer_is_safe(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert all(name in headers for name in SAFE)
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]


def test_a_lesson_may_stand_in_a_frame_and_the_list_may_not(client: TestClient) -> None:
    framed = {path: client.get(path).headers["content-security-policy"].rpartition(" ")[2] for path in PAGES}
    assert framed == {PAGES[0]: "'none'", PAGES[1]: "*", PAGES[2]: "*"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [*PAGES, *DATA])
def test_a_language_is_that_of_the_link_or_of_the_browser(client: TestClient, path: str, language: str) -> None:
    link = path + ("&" if "?" in path else "?") + f"lang={language}"
    asked = client.get(link)
    accepted = client.get(path, headers={"Accept-Language": language})
    assert accepted.headers["vary"].lower().count("accept-language") == 1
    if path in DATA:
        assert asked.json() == accepted.json()
        return
    for answer in (asked, accepted):
        (root,) = Tags(answer.text).named("html")
        assert root["lang"] == language


@pytest.mark.parametrize("path", ["/lessons/none", "/api/v1/lessons/none", "/api/v1/lessons/none/html"])
def test_what_is_not_there_is_a_problem(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert answer.json()["code"] == "not-found"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_leads_to_every_lesson_with_its_figure(client: TestClient, language: str) -> None:
    tags = Tags(client.get(f"/lessons?lang={language}").text)
    leads = [str(said["href"]) for said in tags.named("a") if str(said["href"]).startswith("lessons/")]
    assert leads == [f"lessons/{name}?lang={language}" for name in (*LESSONS, "from")]
    assert len(tags.named("img")) == len(LESSONS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LESSONS)
def test_a_document_has_every_step_with_its_figures(client: TestClient, name: str, language: str) -> None:
    lesson = lesson_named(name)
    assert lesson is not None
    text = client.get(f"/lessons/{name}?lang={language}").text
    tags = Tags(text)
    assert [said["id"] for said in tags.named("section", "step")] == [
        f"step-{number}" for number in range(1, len(lesson.steps) + 1)
    ]
    figures = [figure for step in lesson.steps for figure in step.figures]
    assert len(tags.named("a", "shown")) == len(tags.named("img")) == len(figures)
    assert all(said["alt"] for said in tags.named("img"))
    assert "$" not in re.sub(r"<math>.*?</math>", "", text)


def test_the_pictures_of_a_document_are_drawn_and_its_links_hold(client: TestClient) -> None:
    page = client.get(f"/lessons/{NAME}")
    tags = Tags(page.text)
    for said in tags.named("img"):
        drawn = client.get(str(page.url.join(str(said["src"]))))
        assert (drawn.status_code, drawn.headers["content-type"]) == (200, "image/svg+xml; charset=utf-8")
    links = [str(said.get("href") or said.get("src")) for tag in ("a", "link", "script") for said in tags.named(tag)]
    for link in links:
        if not link.startswith("data:"):
            assert client.get(str(page.url.join(link))).status_code == 200, link


def test_who_links_to_a_lesson_shows_its_picture(client: TestClient) -> None:
    tags = Tags(client.get(f"/lessons/{NAME}?lang=ja").text)
    said = {str(each.get("property")): str(each["content"]) for each in tags.named("meta") if "property" in each}
    lesson = lesson_named(NAME)
    assert lesson is not None
    assert (said["og:title"], said["og:description"]) == (lesson.title["ja"], lesson.about["ja"])
    picture = client.get(said["og:image"])
    assert urlsplit(said["og:image"]).scheme
    assert (picture.status_code, picture.headers["content-type"]) == (200, "image/png")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_data_of_a_lesson_have_no_hole_left(client: TestClient, language: str) -> None:
    for name in LESSONS:
        answer = client.get(f"/api/v1/lessons/{name}?lang={language}").json()
        for step in answer["steps"]:
            assert not set("{}") & set(step["says"])
            for figure in step["figures"]:
                assert client.get(f"/?{figure}").status_code == 200
                assert parse_qs(figure).get("lang", ["en"]) == [language]


@pytest.mark.parametrize(
    ("query", "of", "blank"),
    [
        ("expr=x*y", "red", None),
        ("expr=(x%2By)*z&exercise=black", "black", None),
        ("expr=x*y&exercise=both&blank=x,+y", "both", "x,y"),
        ("expr=x*y&exercise=blue", "red", None),
    ],
)
def test_any_figure_is_an_exercise(client: TestClient, query: str, of: str, blank: str | None) -> None:
    answer = client.get(f"/exercise?{query}")
    (step,) = Tags(answer.text).named("section", "step")
    assert (step["data-exercise"], step.get("data-blank")) == (of, blank)
    assert 'content="noindex"' in answer.text


@pytest.mark.parametrize("query", ["expr=x*(", "expr=x*y&blank=q", "expr=x*y&at=x:much", "expr=x&seed=a"])
def test_a_link_that_cannot_be_an_exercise_leads_to_its_page(client: TestClient, query: str) -> None:
    answer = client.get(f"/exercise?{query}&exercise=red", follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["location"].startswith("./?")  # relative: a proxy may have put a path before it
    led = parse_qs(urlsplit(answer.headers["location"]).query)
    assert {"exercise", "blank"} & {*led} == set()
    assert led["expr"] == parse_qs(query)["expr"]
    assert client.get(answer.headers["location"], follow_redirects=False).status_code == 200


def test_a_page_that_is_asked_as_an_exercise_leads_there(client: TestClient) -> None:
    answer = client.get("/?expr=x*y&exercise=red&blank=x", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, "exercise?expr=x*y&exercise=red&blank=x")
    for query in ("expr=x*(&exercise=red", "expr=x*y&exercise="):
        assert client.get(f"/?{query}", follow_redirects=False).status_code == 200


def test_a_hostile_expression_stays_text(client: TestClient) -> None:
    answer = client.get("/exercise", params={"expr": "x*y # <script>alert(1)</script>\"'&${body}"})
    assert answer.status_code == 200
    assert len(Tags(answer.text).named("script")) == 1


@pytest.mark.parametrize(
    ("query", "code", "pointer"),
    [
        ("expr=x*(", "unclosed-bracket", "/expression"),
        ("expr=x*y&blank=q", "unknown-blank", "/blank"),
        ("expr=z=x*y&blank=z", "unknown-blank", "/blank"),
        ("expr=x*y&exercise=black", "nothing-blank", "/exercise"),
        ("expr=x*y&at=x:much", "bad-point", "/at"),
    ],
)
def test_a_file_of_what_cannot_be_an_exercise_is_a_problem(
    client: TestClient, query: str, code: str, pointer: str
) -> None:
    for language in LANGUAGES:
        answer = client.get(f"/api/v1/exercise/html?{query}&lang={language}")
        assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
        problem = answer.json()
        assert (problem["code"], problem["errors"][0]["pointer"]) == (code, pointer)
        assert problem["errors"][0]["hint"]


def test_a_lesson_and_an_exercise_are_files_and_packages(client: TestClient) -> None:
    for link in (f"/api/v1/lessons/{NAME}", "/api/v1/exercise"):
        query = "lang=ja" if NAME in link else "expr=x*y&lang=ja"
        page, package = client.get(f"{link}/html?{query}"), client.get(f"{link}/scorm?{query}")
        assert page.headers["content-type"].startswith("text/html")
        inside = ZipFile(BytesIO(package.content))
        assert sorted(inside.namelist()) == ["imsmanifest.xml", "index.html"]
        assert inside.read("index.html") == page.content
        assert "attachment" in package.headers["content-disposition"]
    assert client.get(f"/api/v1/lessons/{NAME}/docx").status_code == 404


def test_the_documentation_has_the_answers_of_lessons(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    for path, model in {"/api/v1/lessons": "LessonsAnswer", "/api/v1/lessons/{name}": "LessonAnswer"}.items():
        operation = described["paths"][path]["get"]
        assert operation["description"]
        (content,) = operation["responses"]["200"]["content"].values()
        assert content["schema"]["$ref"].endswith(f"/{model}")
        assert model in described["components"]["schemas"]
    assert "404" in described["paths"]["/api/v1/lessons/{name}"]["get"]["responses"]
