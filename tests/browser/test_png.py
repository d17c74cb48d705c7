"""The PNG beside what Chromium makes of the same still SVG, and the frames that it decodes of what moves."""

from urllib.parse import quote

from playwright.sync_api import Browser

from tests.browser.reader import SIGMOID, reading

PAGE = '<!doctype html><html lang="en"><title>Two</title><link rel="icon" href="data:,">'
# Both on canvases of the PNG's size, the SVG at exactly twice its own. How many pixels have ink, and how many differ
# plainly.
COMPARE = """async ([svg, png]) => {
  const load = async address => { const image = new Image(); image.src = address; await image.decode(); return image; };
  const shot = await load(png);
  const root = new DOMParser().parseFromString(await (await fetch(svg)).text(), "image/svg+xml").documentElement;
  const pixels = (image, width, height) => {
    const canvas = new OffscreenCanvas(shot.naturalWidth, shot.naturalHeight).getContext("2d");
    canvas.fillStyle = "#fff";
    canvas.fillRect(0, 0, shot.naturalWidth, shot.naturalHeight);
    canvas.drawImage(image, 0, 0, width, height);
    return canvas.getImageData(0, 0, shot.naturalWidth, shot.naturalHeight).data;
  };
  const a = pixels(await load(svg), 2 * root.getAttribute("width"), 2 * root.getAttribute("height"));
  const b = pixels(shot, shot.naturalWidth, shot.naturalHeight);
  let ink = 0, different = 0;
  for (let i = 0; i < a.length; i += 4) {
    if (Math.min(a[i], a[i + 1], a[i + 2]) < 128) ink++;
    if (Math.max(...[0, 1, 2].map(channel => Math.abs(a[i + channel] - b[i + channel]))) > 96) different++;
  }
  return { ink, different, total: a.length / 4 };
}"""


def test_a_png_is_what_a_browser_draws(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.page.route("**/two", lambda route: route.fulfill(body=PAGE, headers={"Content-Type": "text/html"}))
        reader.page.goto(f"{server_url}/two")
        for asked in ("animate=false", "frame=3&show=numbers", "show=rules"):
            query = f"expr={quote(SIGMOID)}&at=x:0.5&lang=en&{asked}"
            still = query if "frame" in query else f"{query}&animate=false"
            found = reader.page.evaluate(COMPARE, [f"/api/v1/figure.svg?{still}", f"/api/v1/figure.png?{query}"])
            assert found["ink"] > 0.003 * found["total"], asked
            assert found["different"] < 0.01 * found["ink"], (asked, found)


DECODE = """async ([address, frame, png]) => {
  const answer = await fetch(address);
  const type = answer.headers.get("content-type");
  const decoder = new ImageDecoder({ data: await answer.arrayBuffer(), type });
  await decoder.tracks.ready;
  await decoder.completed;
  const { frameCount, repetitionCount } = decoder.tracks.selectedTrack;
  const durations = [];
  for (let frameIndex = 0; frameIndex < frameCount; frameIndex++)
    durations.push((await decoder.decode({ frameIndex })).image.duration / 1000);
  const { image } = await decoder.decode({ frameIndex: frame });
  const still = new Image();
  still.src = png;
  await still.decode();
  const [width, height] = [Math.min(still.width, image.displayWidth), Math.min(still.height, image.displayHeight)];
  const pixels = drawn => {
    const canvas = new OffscreenCanvas(width, height).getContext("2d");
    canvas.drawImage(drawn, 0, 0);
    return canvas.getImageData(0, 0, width, height).data;
  };
  const [a, b] = [pixels(image), pixels(still)];
  let different = 0, ink = 0;
  for (let at = 0; at < a.length; at += 4) {
    if (Math.min(b[at], b[at + 1], b[at + 2]) < 128) ink++;
    if (Math.max(...[0, 1, 2].map(channel => Math.abs(a[at + channel] - b[at + channel]))) > 64) different++;
  }
  return { durations, endless: repetitionCount === Infinity, ink, different };
}"""


def test_a_browser_decodes_what_moves(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.page.route("**/two", lambda route: route.fulfill(body=PAGE, headers={"Content-Type": "text/html"}))
        reader.page.goto(f"{server_url}/two")
        query = f"expr={quote(SIGMOID)}&at=x:0.5&scale=1"
        for medium in ("gif", "webp", "apng"):
            still = f"/api/v1/figure.png?{query}&frame=6"
            found = reader.page.evaluate(DECODE, [f"/api/v1/figure.{medium}?{query}", 6, still])
            assert found["durations"] == [900] * 8 + [2500], medium
            assert found["endless"], medium
            assert found["ink"] > 1000
            assert found["different"] < 0.01 * found["ink"], (medium, found)


def test_a_refused_image_is_seen(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.refused = True
        reader.page.route("**/two", lambda route: route.fulfill(body=PAGE, headers={"Content-Type": "text/html"}))
        reader.page.goto(f"{server_url}/two")
        for medium in ("svg", "png"):
            width = reader.page.evaluate(
                "async address => { const image = new Image(); image.src = address; await image.decode();"
                " document.body.append(image); return image.naturalWidth; }",
                f"/api/v1/figure.{medium}?expr=x%2B",
            )
            assert width == (640 if medium == "svg" else 1280)
