"""A Sphinx extension: ``.. kuroaka:: expression`` in, a figure in the built document out.

Add ``"kuroaka.sphinx"`` to ``extensions``. A figure is drawn when its page is read, once as SVG and once as PNG, and
every builder takes the one it can show: HTML the SVG that plays, LaTeX the PNG. An expression that is refused is a
warning with file and line, and the build goes on.
"""

import os
from collections.abc import Callable
from hashlib import blake2b
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from kuroaka.asked import ROWS, Asked, ParameterProblem, Row
from kuroaka.extras import extra
from kuroaka.figure.drawing.compose import figure
from kuroaka.language import ExpressionProblem
from kuroaka.language.problems import locate
from kuroaka.scene import Scene
from kuroaka.version import __version__
from kuroaka.words import Language, preferred, say

with extra("sphinx"):
    from docutils import nodes
    from docutils.parsers.rst import directives
    from sphinx.application import Sphinx
    from sphinx.util import logging
    from sphinx.util.docutils import SphinxDirective

    from kuroaka.figure.files.raster import rasterise

if TYPE_CHECKING:
    from sphinx.util.typing import ExtensionMetadata, OptionSpec  # the first Sphinx of 7 has not both

logger = logging.getLogger(__name__)


def _reader(row: Row) -> Callable[[str | None], str]:
    """An option as it was typed; a switch that is only named is on."""
    return lambda typed: typed or ("1" if row.kind.name == "truth" else "")


class KuroakaDirective(SphinxDirective):
    """The directive. The expression is its argument, or, for several lines, its content."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar["OptionSpec"] = {
        **{row.attribute: _reader(row) for row in ROWS.values() if not row.required},
        "live": directives.flag,
        "alt": directives.unchanged_required,
        "width": directives.length_or_percentage_or_unitless,
        "align": lambda argument: directives.choice(argument, ("left", "center", "right")),
        "class": directives.class_option,
        "name": directives.unchanged,
    }

    def run(self) -> list[nodes.Node]:
        text = "\n".join([*self.arguments, *self.content])
        try:
            image = self._image(text)
        except ExpressionProblem as problem:
            says = [problem.detail(self._lang), locate(text, problem.span).caret, problem.hint(self._lang)]
            return self._refuse("\n".join(says), text)
        except ParameterProblem as problem:
            return self._refuse(f"{problem.detail(self._lang)} {problem.hint(self._lang)}", text)
        if "live" not in self.options:
            return [image]
        service = self.config.kuroaka_service.rstrip("/")
        if not service:
            logger.warning(say("sphinx.no-service", self._lang), location=self.get_location(), type="kuroaka")
            return [image]
        opening = (
            f'<script type="module" src="{escape(service)}/embed.js"></script><kuroaka-figure {self._attributes(text)}>'
        )
        return [nodes.raw("", opening, format="html"), image, nodes.raw("", "</kuroaka-figure>", format="html")]

    @property
    def _lang(self) -> Language:
        """Of messages too, so one that is not spoken is refused in the language of the document."""
        return preferred([self.options.get("lang", ""), self.config.language])

    def _image(self, text: str) -> nodes.image:
        scene = Scene(self._asked(text))
        frame, most = scene.asked.frame, len(scene.steps)
        said = [notice.says(self._lang) for notice in scene.notices]
        if frame is not None and frame > most:
            said.append(say("sphinx.no-frame", self._lang, frame=frame, most=most))
        for says in said:
            logger.warning(says, location=self.get_location(), type="kuroaka", subtype="notice")
        alt = self.options.get("alt") or scene.title
        image = nodes.image(uri=f"/{self._store(scene)}.*", alt=alt)
        for option in ("width", "align"):
            if option in self.options:
                image[option] = self.options[option]
        image["classes"] += ["kuroaka", *self.options.get("class", [])]
        self.set_source_info(image)
        self.add_name(image)
        return image

    def _store(self, scene: Scene) -> str:
        """Write both files beside the doctrees; their common name, from the source folder."""
        drawn = figure(scene)
        folder = Path(self.env.doctreedir) / "kuroaka"
        folder.mkdir(parents=True, exist_ok=True)
        stem = folder / f"kuroaka-{blake2b(drawn.encode(), digest_size=8).hexdigest()}"
        if not stem.with_suffix(".png").exists():
            stem.with_suffix(".svg").write_text(drawn, "utf-8")
            stem.with_suffix(".png").write_bytes(rasterise(figure(scene.but(animate=False)), 3))
        return Path(os.path.relpath(stem, self.env.srcdir)).as_posix()

    def _asked(self, text: str) -> Asked:
        given = {row.link: self.options[row.attribute] for row in ROWS.values() if row.attribute in self.options}
        return Asked.read(given, expression=text, **({} if "lang" in given else {"lang": self._lang}))

    def _attributes(self, text: str) -> str:
        """The state of the element, in the words of the directive."""
        given = {row.attribute: self.options[row.attribute] for row in ROWS.values() if row.attribute in self.options}
        state = {"expression": text, "lang": self._lang, **given}
        return " ".join(f'{name}="{escape(str(value))}"' for name, value in state.items())

    def _refuse(self, says: str, text: str) -> list[nodes.Node]:
        """A warning, and in the document the text in place of its figure."""
        logger.warning(says, location=self.get_location(), type="kuroaka")
        return [nodes.literal_block(text, text, language="text")]


def setup(app: Sphinx) -> "ExtensionMetadata":
    """Make the directive known to Sphinx."""
    app.add_directive("kuroaka", KuroakaDirective)
    app.add_config_value("kuroaka_service", "", "env", str)
    return {"version": __version__, "env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
