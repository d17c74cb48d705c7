"""The installed program in a process of its own."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

from tests.serving import served

KUROAKA = Path(sys.executable).with_name("kuroaka")
PAGE = Path(__file__).parents[2] / "docs" / "cli.md"


def run(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [KUROAKA, *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "LC_ALL": "C.UTF-8", **environment},
        check=False,
    )


def test_help_follows_the_terminal() -> None:
    assert "ページとAPIを配信します。" in run("--help", LC_ALL="ja_JP.UTF-8").stdout
    assert "Serve the page and the API." in run("--help").stdout


def test_a_refusal_goes_to_the_standard_error() -> None:
    answer = run("evaluate", "-", stdin="x + * 2")
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.splitlines()[2:4] == ["x + * 2", "    ^"]


def test_the_page_shows_what_is_printed() -> None:
    shown = re.findall(r"```console\n\$ kuroaka (evaluate [^\n]+)\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert len(shown) == 2
    for command, printed in shown:
        answer = run(*shlex.split(command))
        assert answer.stdout + answer.stderr == printed


def test_the_page_draws_its_course(tmp_path: Path) -> None:
    (course, command, listed) = re.findall(
        r"```console\n\$ cat course.txt\n(.*?)\$ kuroaka ([^\n]+)\n\$ ls figures\n(.*?)\n```",
        PAGE.read_text("utf-8"),
        re.DOTALL,
    )[0]
    (tmp_path / "course.txt").write_text(course, "utf-8")
    subprocess.run([KUROAKA, *shlex.split(command)], cwd=tmp_path, check=True, capture_output=True)
    assert sorted(path.name for path in (tmp_path / "figures").iterdir()) == listed.split()


def test_serve() -> None:
    with served([KUROAKA, "serve"]) as address, urlopen(f"{address}/api/v1/figure.png?expr=x*y") as answer:
        assert answer.read(4) == b"\x89PNG"


def test_neither_help_nor_numbers_wait_for_what_they_do_not_use() -> None:
    code = (
        "import sys; from kuroaka.cli.program import program\n"
        "program('en').main(sys.argv[1:], standalone_mode=False)\n"
        "print([name for name in ('fastapi', 'numpy', 'ziamath', 'resvg_py', 'uvicorn') if name in sys.modules])"
    )
    help_, numbers = (
        subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True).stdout
        for words in (["--help"], ["evaluate", "x*y"])
    )
    assert help_.splitlines()[-1] == numbers.splitlines()[-1] == "[]"
