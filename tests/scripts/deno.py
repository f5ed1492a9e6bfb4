"""Runs scripts of the hub that need no page, outside any browser, and asks their functions."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.projects import ROOT

SCRIPTS = ROOT / "overrides" / "assets" / "js"
NEVER = "--quiet --no-remote --no-npm --no-lock --no-config".split()
HARNESS = """
const { texts, given, calls } = JSON.parse(await new Response(Deno.stdin.readable).text());
Object.assign(globalThis, given);
const within = new Function(texts.join("\\n") + "; return (words) => eval(words);")();
const said = [];
for (const [words, ...values] of calls) said.push(await within(words)(...values));
console.log(JSON.stringify(said));
"""


def asked(
    names: Sequence[str], calls: Sequence[Sequence[Any]], given: Mapping[str, Any] | None = None
) -> list[Any]:
    """Return what calls of the functions of some scripts give, all in one run.

    A call is an expression that is a function, then what it is given; one that gives a promise is
    waited for. `given` are the names that
    the scripts find when they are loaded.
    """
    texts = [(SCRIPTS / name).read_text(encoding="utf-8") for name in names]
    deno = Path(sys.executable).with_name("deno")
    done = subprocess.run(
        [deno, "run", *NEVER, f"data:text/javascript,{quote(HARNESS)}"],
        input=json.dumps({"texts": texts, "given": dict(given or {}), "calls": list(calls)}),
        env={**os.environ, "DENO_NO_UPDATE_CHECK": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
