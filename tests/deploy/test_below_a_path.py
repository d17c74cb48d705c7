"""Behind the proxy of a school, with HTTPS and below a path: the lines of docs/operate.md, run. Whatever a page, an
answer or a stranger's header says, every link to the service begins with the address that it was given.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode, urljoin, urlsplit

import pytest

from tests.deploy.conftest import SERVE
from tests.deploy.proxy import ROOT, Proxy, started
from tests.serving import free_port, running

ADDRESS = "https://school.example/kuroaka/"
STRANGER = {
    "Host": "evil.example",
    "X_Forwarded_Host": "evil.example",
    "X_Forwarded_Proto": "gopher",
    "X_Forwarded_Prefix": "/evil",
    "Forwarded": "host=evil.example;proto=gopher",
}
PAGES = ["?expr=x*y&at=x:2", "lessons", "lessons/add", "exercise?expr=x*y", "problems", "problems/not-found"]


class Links(HTMLParser):
    """Every address that a document names."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.found += [text for name in ("href", "src") if (text := said.get(name))]
        if tag == "meta" and (said.get("content") or "").startswith("http"):
            self.found.append(said["content"] or "")


@contextmanager
def fronted(port: int, *, is_stripped: bool) -> Iterator[Proxy]:
    """The nginx of the docs in front of a service, without its certificate."""
    text = (ROOT / "docs" / "operate.md").read_text("utf-8")
    (server,) = re.findall(r"```nginx\n(server \{\n.*?\n\})\n```", text, re.DOTALL)
    front = free_port()
    for pattern, here in (
        (r"listen 443 ssl;", f"listen 127.0.0.1:{front};"),
        (r"\n *ssl_certificate[^\n]*", ""),
        (r"127\.0\.0\.1:8000/", f"127.0.0.1:{port}{'/' if is_stripped else ''}"),
    ):
        server, count = re.subn(pattern, here, server)
        assert count, pattern
    with TemporaryDirectory(prefix="kuroaka-") as folder:
        body = f"pid nginx.pid; events {{}} http {{ access_log off; client_body_temp_path body; proxy_temp_path proxy; \
            fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi; {server} }}"
        (Path(folder) / "nginx.conf").write_text(body, "utf-8")
        proxy = Proxy(front, Path(folder))
        with started(proxy, "nginx.conf"):
            yield proxy


@pytest.fixture(scope="module", params=[True, False], ids=["path taken off", "path left on"])
def proxy(request: pytest.FixtureRequest) -> Iterator[Proxy]:
    with (
        running([*SERVE, "--address", ADDRESS]) as server,
        fronted(server.port, is_stripped=request.param) as proxy,
    ):
        yield proxy


def ask(proxy: Proxy, address: str, **headers: str) -> tuple[int, str]:
    """What stands at an address of the world."""
    assert address.startswith(ADDRESS), address
    parts = urlsplit(address)
    answer = proxy.ask(f"{parts.path}{f'?{parts.query}' if parts.query else ''}", **headers)
    return answer.status, answer.body.decode("utf-8", "replace")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_page_leads_somewhere_below_the_path(proxy: Proxy, page: str) -> None:
    status, text = ask(proxy, ADDRESS + page, **STRANGER)
    assert status == 200
    assert "evil" not in text
    assert "gopher" not in text
    links = {urljoin(ADDRESS + page, link) for link in Links(text).found if not link.startswith(("data:", "#"))}
    assert links
    broken = {link: status for link in sorted(links) if (status := ask(proxy, link)[0]) != 200}
    assert broken == {}


def test_the_page_tells_others_its_public_address(proxy: Proxy) -> None:
    _, text = ask(proxy, f"{ADDRESS}?expr=a*b&utm_source=elsewhere", **STRANGER)
    links = Links(text).found
    assert f"{ADDRESS}?expr=a%2Ab" in links, "canonical"
    assert f"{ADDRESS}api/v1/figure.png?expr=a%2Ab" in links, "og:image"
    assert any(link.startswith(f"{ADDRESS}oembed?") for link in links)


def test_oembed_speaks_of_the_public_address_alone(proxy: Proxy) -> None:
    status, text = ask(proxy, f"{ADDRESS}oembed?{urlencode({'url': f'{ADDRESS}?expr=x*y'})}", **STRANGER)
    answer = json.loads(text)
    assert status == 200
    assert answer["provider_url"] == ADDRESS
    (frame,) = Links(answer["html"]).found
    assert frame == f"{ADDRESS}embed?expr=x*y"
    assert ask(proxy, frame)[0] == ask(proxy, answer["thumbnail_url"])[0] == 200
    for other in ("https://evil.example/?expr=x", "https://school.example/?expr=x", "http://127.0.0.1/?expr=x"):
        assert ask(proxy, f"{ADDRESS}oembed?{urlencode({'url': other})}", **STRANGER)[0] == 404


def test_a_problem_leads_to_its_page_and_a_program_to_its_server(proxy: Proxy) -> None:
    status, text = ask(proxy, f"{ADDRESS}api/v1/graph?expr=x*", **STRANGER)
    problem = json.loads(text)
    assert (status, problem["type"]) == (422, "/kuroaka/problems/expected-value-after")
    assert ask(proxy, urljoin(ADDRESS, problem["type"]))[0] == 200
    description = json.loads(ask(proxy, f"{ADDRESS}openapi.json", **STRANGER)[1])
    assert [server["url"] for server in description["servers"]] == [ADDRESS.rstrip("/")]


@pytest.mark.parametrize("page", ["docs", "docs/"])
def test_the_documentation_loads_from_below_the_path(proxy: Proxy, page: str) -> None:
    answer = proxy.ask(f"/kuroaka/{page}", **STRANGER)
    if page == "docs/":
        assert (answer.status, answer.headers["location"]) == (307, "../docs")
        return
    links = [urljoin(f"{ADDRESS}{page}", link) for link in Links(answer.body.decode()).found]
    assert f"{ADDRESS}guide/" in links
    assert len(links) == 5
    assert all(ask(proxy, link)[0] == 200 for link in links)


def test_pictures_and_cards_are_known_below_the_path_too(proxy: Proxy) -> None:
    answer = proxy.ask("/kuroaka/api/v1/figure.svg?expr=x*", Sec_Fetch_Dest="image")
    assert (answer.status, answer.headers["content-type"]) == (200, "image/svg+xml; charset=utf-8")
