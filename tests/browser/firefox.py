"""Firefox, by the protocol that it speaks itself (WebDriver BiDi): no driver has to be installed beside it.

What enters: addresses, JavaScript, keys and ways of a mouse. What leaves: what the page answers, what its console
complains of, and its pages on paper.
"""

import base64
import json
import re
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

PATIENCE = 60.0  # seconds
FIND_FIREFOX = Path(__file__).parents[2] / "tools" / "find-firefox"
LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
KEYS = {"ArrowLeft": "\ue012", "ArrowRight": "\ue014", "Home": "\ue011", "End": "\ue010", "Enter": "\ue007"}
FIGURE = "document.querySelector('kuroaka-figure')"
INSIDE = f"{FIGURE}.shadowRoot"
DRAWN = f"{INSIDE}?.querySelector('svg.kuroaka .node')"
# A condition is looked at in each frame of the page.
AWAITED = """new Promise((done, late) => {{
  const until = performance.now() + {patience};
  const look = () => {{
    let met = false;
    try {{ met = {condition}; }} catch (error) {{ void error; }}
    if (met) done(true);
    else if (performance.now() > until) late(new Error("never met"));
    else setTimeout(look, 20);
  }};
  look(); }})"""


class Firefox:
    """One tab at a time."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.complaints: list[str] = []
        self._count = 0
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["log.entryAdded"])
        self.tab: str = self.send("browsingContext.getTree")["contexts"][0]["context"]

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """Ask for something, and wait for its answer; what the console says meanwhile is noted."""
        self._count += 1
        self.socket.send(json.dumps({"id": self._count, "method": method, "params": params}))
        while True:
            said = json.loads(self.socket.recv(PATIENCE))
            if said.get("method") == "log.entryAdded" and said["params"]["level"] in ("error", "warn"):
                self.complaints.append(said["params"]["text"])
            if said.get("id") == self._count:
                assert said["type"] == "success", f"{method}: {said['message']}"
                result: dict[str, Any] = said["result"]
                return result

    def open(self, address: str, width: int = 1280, height: int = 900) -> None:
        """Go there in a tab of its own: what the page before still writes into its link would count as arriving."""
        left = self.tab
        self.tab = self.send("browsingContext.create", type="tab")["context"]
        self.send("browsingContext.close", context=left)
        self.send("browsingContext.setViewport", context=self.tab, viewport={"width": width, "height": height})
        self.send("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def read(self, address: str, width: int = 1280, height: int = 900) -> None:
        """Go there and wait for the figure."""
        self.open(address, width, height)
        self.until(DRAWN)

    def ask(self, code: str, frame: str | None = None) -> Any:
        """The value of an expression, which may be a promise."""
        said = self.send(
            "script.evaluate",
            expression=f"Promise.resolve({code}).then(value => JSON.stringify(value ?? null))",
            target={"context": frame or self.tab},
            awaitPromise=True,
        )
        assert said["type"] == "success", f"{code}: {said['exceptionDetails']['text']}"
        return json.loads(said["result"]["value"])

    def until(self, condition: str, frame: str | None = None) -> None:
        self.ask(AWAITED.format(condition=condition, patience=PATIENCE * 500), frame)

    def frames(self) -> list[str]:
        """What stands in the page's frames."""
        (tree,) = self.send("browsingContext.getTree", root=self.tab)["contexts"]
        return [frame["context"] for frame in tree["children"]]

    def press(self, *keys: str) -> None:
        """Keys by name, or a text letter by letter."""
        strokes = [{"type": way, "value": KEYS.get(key, key)} for key in keys for way in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keys", "actions": strokes})

    def drag(self, *way: tuple[float, float]) -> None:
        """Press where the way begins, go along, let go at its end: of one place it is a click."""
        first, *others = (
            {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0 if at == 0 else 50}
            for at, (x, y) in enumerate(way)
        )
        hold = [{"type": "pointerDown", "button": 0}, *others, {"type": "pointerUp", "button": 0}]
        self._act({"type": "pointer", "id": "mouse", "actions": [first, *hold]})

    def middle(self, element: str) -> tuple[float, float]:
        """Where an element is, once it is in sight."""
        x, y = self.ask(
            f"""(element => {{ element.scrollIntoView({{ block: "center", behavior: "instant" }});
                const {{ x, y, width, height }} = element.getBoundingClientRect();
                return [x + width / 2, y + height / 2]; }})({element})"""
        )
        return x, y

    def click(self, element: str) -> None:
        self.drag(self.middle(element))

    def pdf(self) -> bytes:
        """The page as it is printed."""
        return base64.b64decode(self.send("browsingContext.print", context=self.tab, background=True)["data"])

    def _act(self, source: dict[str, Any]) -> None:
        self.send("input.performActions", context=self.tab, actions=[source])


@contextmanager
def firefox() -> Iterator[Firefox]:
    """A Firefox of its own, with nothing in its profile."""
    path = subprocess.run([FIND_FIREFOX], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        log = Path(profile, "log")
        command = [path, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]
        with log.open("w") as writes:
            process = subprocess.Popen(command, stdout=writes, stderr=writes)
        try:
            with connect(f"{_address(process, log)}/session", max_size=None, proxy=None) as socket:
                yield Firefox(socket)
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        if found := LISTENS.search(log.read_text("utf-8")):
            return found[1]
        time.sleep(0.05)
    raise RuntimeError(f"Firefox does not listen: {log.read_text('utf-8')}")
