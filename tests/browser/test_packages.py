"""A lesson as a file that plays alone, and as a package in a course system: scorm-again is the system's side."""

from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import Browser, Page, Route, expect

from kuroaka.asked import Asked
from kuroaka.lessons import exercise
from kuroaka.lessons.single import write_file, write_package
from tests.browser.reader import reading

SYSTEM = Path(__file__).parents[2] / "node_modules" / "scorm-again" / "dist" / "scorm12.min.js"
FRAME = """<!doctype html><script src="scorm.js"></script>
<script>window.API = new Scorm12API({ autocommit: false, alwaysSendTotalTime: false });
const kept = sessionStorage.getItem("kept");
if (kept) API.loadFromJSON(JSON.parse(kept), "");
addEventListener("pagehide", () => {
  const { suspend_data, core } = API.renderCMIToJSONObject().cmi;
  const { lesson_status, score } = core;
  sessionStorage.setItem("kept", JSON.stringify({ suspend_data, core: { lesson_status, score } }));
});</script>
<iframe src="index.html" style="width: 100%; height: 900px"></iframe>"""
GIVEN = "window.API.cmi"


def fill(page: Page, place: int, text: str) -> None:
    field = page.frame_locator("iframe").locator(".blank input").nth(place)
    field.fill(text)
    field.press("Enter")


def test_a_course_system_keeps_the_score_and_the_answers(browser: Browser, server_url: str, tmp_path: Path) -> None:
    package = tmp_path / "package.zip"
    package.write_bytes(write_package(exercise(Asked(expression="z = (x + y)*w"), blank="x,w"), "en"))
    with ZipFile(package) as files:
        parts = {name: files.read(name).decode() for name in files.namelist()}
    assert [*parts] == ["imsmanifest.xml", "index.html"]
    assert 'adlcp:scormtype="sco"' in parts["imsmanifest.xml"]
    parts |= {"": FRAME, "scorm.js": SYSTEM.read_text("utf-8")}

    def serve(route: Route) -> None:
        name = route.request.url.rpartition("/")[2]
        kind = "text/javascript" if name.endswith(".js") else "text/html"
        route.fulfill(body=parts[name], content_type=f"{kind}; charset=utf-8")

    with reading(browser, server_url, alone=True) as reader:
        page = reader.page
        page.route("**/course/**", serve)
        page.goto(f"{server_url}/course/")
        fields = page.frame_locator("iframe").locator(".blank input")
        expect(fields).to_have_count(2)
        assert page.evaluate(f"{GIVEN}.core.lesson_status") == "incomplete"
        fill(page, 0, "E*w")
        page.wait_for_function(f"() => {GIVEN}.core.score.raw === '0'")
        fill(page, 0, "E*(x + y)")
        page.wait_for_function(f"() => {GIVEN}.core.score.raw === '50'")
        assert page.evaluate(f"{GIVEN}.core.lesson_status") == "incomplete"
        page.reload()
        expect(fields.first).to_have_value("E*(x + y)")
        expect(page.frame_locator("iframe").locator(".box")).to_have_count(1)
        fill(page, 1, "Ew")
        page.wait_for_function(f"() => {GIVEN}.core.score.raw === '100'")
        assert page.evaluate(f"{GIVEN}.core.lesson_status") == "passed"


def test_a_file_needs_no_service(browser: Browser, server_url: str, tmp_path: Path) -> None:
    file = tmp_path / "exercise.html"
    file.write_text(write_file(exercise(Asked(expression="z = x*y"), blank="x"), "ja"), "utf-8")
    with reading(browser, server_url, alone=True) as reader:
        asked: list[str] = []
        reader.page.on("request", lambda request: asked.append(request.url))
        reader.page.goto(file.as_uri())
        field = reader.page.locator(".blank input")
        field.fill("E*y")
        field.press("Enter")
        expect(reader.page.locator(".verdict")).to_contain_text("正解です。")
        assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
