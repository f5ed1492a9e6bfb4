"""Make posters with Typst: run by bench/posters.py in Typst's environment.

python bench/typst_posters.py JOBS.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typst


def main() -> None:
    asked = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    compiler = typst.Compiler(
        asked["source"],
        root=asked["root"],
        font_paths=[asked["fonts"]],
        ignore_system_fonts=True,
    )
    for file, job in asked["jobs"]:
        made = compiler.compile(
            format="pdf", sys_inputs={"job": json.dumps(job)}, pdf_standards=["a-2a", "ua-1"]
        )
        Path(file).write_bytes(made)


if __name__ == "__main__":
    main()
