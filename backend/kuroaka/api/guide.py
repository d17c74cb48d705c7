"""The guide, as `make docs` built it: a path below ``/guide`` in, a file of its folder out. Where it was not built,
kind words say how it is, and where its pages can be read.
"""

from html import escape
from pathlib import Path

from fastapi import APIRouter, HTTPException, Request, Response
from starlette.responses import FileResponse, RedirectResponse

from kuroaka.api.article import article
from kuroaka.api.caching import ASK, FOREVER
from kuroaka.api.languages import language_of
from kuroaka.api.settings import Settings
from kuroaka.words import say

router = APIRouter(prefix="/guide", include_in_schema=False)

# Its search runs in a worker, its menu sets styles by script alone; figures are the element of this service.
_POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_TYPES = {".html": "text/html", ".js": "text/javascript", ".conf": "text/plain"}  # whatever the machine believes


def folder(settings: Settings) -> Path | None:
    """Where the guide is: as it is set, inside an installed package, or beside ``backend`` in a checkout."""
    package = Path(__file__).parents[1]
    places = [Path(settings.guide)] if settings.guide else [package / "site", package.parents[1] / "site"]
    return next((place.resolve() for place in places if (place / "index.html").is_file()), None)


@router.get("")
def entrance(request: Request) -> Response:
    """Its links begin at a folder."""
    if folder(request.app.state.settings):
        return RedirectResponse("guide/", 307)
    return _unbuilt(request, "")


@router.get("/{path:path}")
def guide(request: Request, path: str) -> Response:
    """A page is a folder; what has a number in its name is kept for ever."""
    root = folder(request.app.state.settings)
    if root is None:
        return _unbuilt(request, "../" * (path.count("/") + 1))
    file = root / (path + "index.html" if path.endswith("/") or not path else path)
    try:
        inside = file.resolve().is_relative_to(root)
        is_folder, is_page = file.is_dir(), file.is_file()
    except (OSError, ValueError):  # no name of a file: too long, or with a 0 in it
        raise HTTPException(404) from None
    if not inside:
        raise HTTPException(404)
    if is_folder:
        return RedirectResponse(f"{file.name}/", 307)
    if not is_page:
        raise HTTPException(404)
    keep = FOREVER if path.startswith(("assets/", "ja/assets/")) and ".min." in file.name else ASK
    return _sent(request, file, keep)


def _sent(request: Request, file: Path, keep: str) -> Response:
    headers = {"Content-Security-Policy": _POLICY, "Cache-Control": keep}
    answer = FileResponse(file, media_type=_TYPES.get(file.suffix), headers=headers, stat_result=file.stat())
    if answer.headers["etag"] in request.headers.get("if-none-match", ""):
        kept = {name: answer.headers[name] for name in ("etag", "cache-control", "content-security-policy")}
        return Response(status_code=304, headers=kept)
    return answer


def _unbuilt(request: Request, root: str) -> Response:
    language = language_of(request)
    texts = {"title": say("guide.title", language), "description": say("guide.unbuilt", language)}
    links = (("docs", "guide.api"), (f"lessons?lang={language}", "lessons.title"))
    body = "\n".join(f'<li><a href="{root}{link}">{escape(say(word, language))}</a></li>' for link, word in links)
    answer = article(language, root, texts, f"<ul>\n{body}\n</ul>", kind="problem")
    answer.status_code = 200 if request.url.path.rstrip("/").endswith("/guide") else 404
    return answer
