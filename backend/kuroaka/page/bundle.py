"""The modules of the page in, one module out that needs no other file.

Each module becomes a function that is called once and returns what the module exports. This knows the forms of import
and export that our own formatter leaves, and refuses any other.
"""

import json
import re
from collections.abc import Iterable, Mapping
from posixpath import basename, dirname, join, normpath

from kuroaka.page.files import FONT, BundleError, font_data, font_name, frontend, sheet
from kuroaka.words import LANGUAGES, Language

_COMMENT = re.compile(r"/\*\*.*?\*/[ \t]*\n?|^[ \t]*//[^\n]*\n", re.DOTALL | re.MULTILINE)
_INDENT = re.compile(r"^\s+", re.MULTILINE)
_LONG_TEXT = re.compile(r"^[^`\n]*`(?:[^`\n]*`[^`\n]*`)*[^`\n]*$", re.MULTILINE)  # where an indent may count
_IMPORT = re.compile(r'^import (?:(?P<what>\{[^}]*\}|\w+) from )?"(?P<path>\.[^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?P<form>(?:async )?function |class |const |let )(?P<name>\w+)", re.MULTILINE)
_DEFAULT = "export default "
_META = "import.meta.url"
_UNKNOWN = re.compile(r"^(?:import|export)\b|\bimport\(|\bimport\s*\.(?!meta\.url\b)", re.MULTILINE)
_DRESS = re.compile(r"\bdress\(\w+, \[([^\]]*)\]\)")  # where the sheets of a shadow root are named
_DRESSED = re.compile(r"(?<!function )\bdress\b(?!,| \})")  # any use of it, well read or not
_NO_WORDS = "\nexport default {};\n"
_FONT = f'const FONT = "{FONT}";'
_STYLES = "const STYLES = {};"  # where a bundle has their texts


def bundle(entry: str, *, lives: str = _META, speaks: Iterable[Language] = LANGUAGES) -> str:
    """One module that does what the module ``entry`` of the page does, and exports what that exports.

    It carries the sheets of the shadow roots too, and the words of the languages it ``speaks``. ``lives`` says in
    JavaScript where its files are; one that is of no service brings its font along, and other bundlers are given
    nothing to resolve. Raises BundleError for a module in a form it does not know, and for modules that import each
    other in a circle.

    >>> bundle("typeset/numerals.js").splitlines()[-1]
    'export const shrunk = $0.shrunk;'
    """
    unspoken = {f"{language}.js" for language in set(LANGUAGES) - set(speaks)}
    modules = [(path, _NO_WORDS if basename(path) in unspoken else text) for path, text in _in_order(entry)]
    variables = {path: f"${number}" for number, (path, _) in enumerate(modules)}  # each holds the exports of a module
    exports = [
        f"export default {variables[entry]}.default;\n"
        if name == "default"
        else f"export const {name} = {variables[entry]}.{name};\n"
        for name in _exported(modules[-1][1])
    ]
    sheets = {name for path, text in modules for name in _sheets(path, text)}
    if sheets and sum(text.count(_STYLES) for _, text in modules) != 1:
        raise BundleError(f"no one place for the sheets of {entry}: {_STYLES}")
    return "".join([*(_function(path, text, sheets, variables, lives) for path, text in modules), *exports])


def sources(entry: str) -> list[str]:
    """The files that the bundle of an entry is made of, by their paths from the folder of the page.

    >>> sources("typeset/numerals.js")
    ['src/typeset/numerals.js']
    """
    modules = _in_order(entry)
    sheets = {name for path, text in modules for name in _sheets(path, text)}
    fonts = [f"styles/{FONT}"] * any(_FONT in text for _, text in modules)
    return [*(f"src/{path}" for path, _ in modules), *(f"styles/{name}.css" for name in sorted(sheets)), *fonts]


def _in_order(entry: str) -> list[tuple[str, str]]:
    """Paths and texts of all modules, each after those that it imports."""
    texts: dict[str, str] = {}
    done: list[str] = []
    waiting = [(entry, False)]
    while waiting:
        path, entered = waiting.pop()
        if entered:
            done.append(path)
        elif path not in texts:
            texts[path] = _COMMENT.sub("", (frontend() / "src" / path).read_text(encoding="utf-8"))
            waiting.append((path, True))
            imported = [_beside(path, found["path"]) for found in _IMPORT.finditer(texts[path])]
            waiting += [(one, False) for one in reversed(imported)]
        elif path not in done:
            raise BundleError(f"{path} is imported in a circle")
    return [(path, texts[path]) for path in done]


def _function(path: str, text: str, sheets: set[str], variables: Mapping[str, str], lives: str) -> str:
    """A module as a function that is called once; what it imports stands before it."""
    body = _IMPORT.sub(lambda found: _binding(path, found, variables), text)
    body = _EXPORT.sub(r"\g<form>\g<name>", body).replace(f"\n{_DEFAULT}", "\nconst $default = ")
    if _UNKNOWN.search(body):
        raise BundleError(f"{path} imports or exports in a form the bundle does not know")
    body = body.replace(_META, f'new URL("src/{path}", {lives})')
    if _STYLES in body:
        texts = json.dumps({name: sheet(name) for name in sorted(sheets)}, ensure_ascii=False)
        body = body.replace(_STYLES, f"const STYLES = {texts};")
    if _FONT in body:
        body = body.replace(FONT, font_name() if lives == _META else font_data())
    if not _LONG_TEXT.search(body):
        body = _INDENT.sub("", body)
    names = ", ".join("default: $default" if name == "default" else name for name in _exported(text))
    return f"const {variables[path]} = (() => {{\n{body.strip()}\nreturn {{ {names} }};\n}})();\n"


def _binding(path: str, found: re.Match[str], variables: Mapping[str, str]) -> str:
    what = found["what"]
    if not what:  # imported for what it does
        return ""
    names = what.replace(" as ", ": ") if what.startswith("{") else f"{{ default: {what} }}"
    return f"const {names} = {variables[_beside(path, found['path'])]};\n"


def _exported(text: str) -> list[str]:
    """The names that a module exports."""
    return [found["name"] for found in _EXPORT.finditer(text)] + ["default"] * (f"\n{_DEFAULT}" in text)


def _sheets(path: str, text: str) -> list[str]:
    """The names of the sheets that a module gives to its shadow root."""
    found = _DRESS.findall(text)
    try:
        if len(found) == len(_DRESSED.findall(text)):
            return [name for names in found for name in json.loads(f"[{names}]")]
    except json.JSONDecodeError:
        pass
    raise BundleError(f"{path} names its sheets in a form the bundle does not know")


def _beside(path: str, relative: str) -> str:
    """The path of a module that another imports."""
    return normpath(join(dirname(path), relative))
