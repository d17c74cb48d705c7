"""Every row of what can be asked as an option of the directive, in a project that Sphinx itself builds."""

import re
import subprocess
import sys
from pathlib import Path

from kuroaka.asked import ROWS, Asked
from kuroaka.figure.drawing.compose import figure
from kuroaka.scene import Scene
from tests.asked.asking import ASKED


def directive(asked: Asked) -> str:
    """A question as a document has it."""
    given = [row for row in ROWS.values() if not row.required and getattr(asked, row.name) != row.default]
    options = [f"   :{row.attribute}: {row.kind.write(getattr(asked, row.name))}" for row in given]
    return "\n".join([".. kuroaka::", *options, "", *(f"   {line}" for line in asked.expression.split("\n")), ""])


def test_a_row_reaches_the_directive(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text('project = "Rows"\nextensions = ["kuroaka.sphinx"]\n', "utf-8")
    index = "\n".join(["Rows", "====", "", *map(directive, ASKED.values()), ".. kuroaka:: x*y", "   :dashes:", ""])
    (tmp_path / "index.rst").write_text(index, "utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", ".", "html"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "html" / "index.html").read_text("utf-8")
    pictures = [tmp_path / "html" / path for path in re.findall(r'<img [^>]*?src="([^"]+\.svg)"', page)]
    wanted = [*ASKED.values(), Asked(expression="x*y", dashes=True)]
    for asked, picture in zip(wanted, pictures, strict=True):
        assert picture.read_text("utf-8") == figure(Scene(asked)), asked
