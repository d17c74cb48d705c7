"""The published types where no framework is installed: what they add to one must not trouble who has none."""

import json
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
OPTIONS = {
    "strict": True,
    "noEmit": True,
    "skipLibCheck": False,
    "module": "nodenext",
    "types": [],
    "lib": ["es2023", "dom"],
}
PLAIN = """import type {} from "./embed.js";
const figure = document.createElement("kuroaka-figure");
figure.seek(2);
// @ts-expect-error
figure.seek("2");
"""


def test_plain_typescript_needs_no_framework(tmp_path: Path) -> None:
    (tmp_path / "embed.d.ts").write_text((ROOT / "frontend" / "embed.d.ts").read_text("utf-8"), "utf-8")
    (tmp_path / "app.ts").write_text(PLAIN, "utf-8")
    (tmp_path / "package.json").write_text('{"type": "module"}', "utf-8")
    (tmp_path / "tsconfig.json").write_text(json.dumps({"compilerOptions": OPTIONS}), "utf-8")
    checker = ROOT / "node_modules" / ".bin" / "tsc"
    run = subprocess.run([checker, "--project", tmp_path], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "")
