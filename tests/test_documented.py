"""Everything the table has is documented, and the page says what the table says."""

import subprocess
import sys
from pathlib import Path

from kuroaka.operations import OPERATIONS
from kuroaka.operations.table import functions
from kuroaka.words import LANGUAGES, catalogue

ROOT = Path(__file__).parent.parent


def test_the_page_of_operations_is_the_table() -> None:
    written = subprocess.run(
        [sys.executable, ROOT / "tools" / "write-operations"], capture_output=True, text=True, check=True
    )
    page = (ROOT / "docs" / "operations.md").read_text("utf-8")
    assert page == written.stdout, "write it again: tools/write-operations > docs/operations.md"


def test_every_operation_has_a_title_in_both_languages() -> None:
    for language in LANGUAGES:
        assert {f"operation.{name}" for name in OPERATIONS} <= catalogue(language).keys()


def test_every_word_stands_on_the_page() -> None:
    page = (ROOT / "docs" / "operations.md").read_text("utf-8")
    assert [word for word in functions() if f"`{word}" not in page] == []
