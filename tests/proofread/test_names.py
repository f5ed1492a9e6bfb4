"""Names in scripts: what declares them, in all the ways that a script can."""

from __future__ import annotations

import pytest
import tree_sitter_javascript
from tree_sitter import Language, Parser

from peerhub.proofread.names import name_faults, names_at_top

PARSER = Parser(Language(tree_sitter_javascript.language()))


def told(script: str, *others: str) -> list[str]:
    tree = PARSER.parse(script.encode())
    return [said for _, _, said, _ in name_faults(tree.root_node, others)]


@pytest.mark.parametrize(
    "script",
    [
        "const { a, b: c, ...d } = {}; a; c; d;",
        "const [a, [b], { c = 1 }] = []; a; b; c;",
        "function f(a, { b = a, c: [d] } = {}, ...e) { return a + b + d + e + f; }",
        "const f = a => a; [1].map((b, c) => b + c + f);",
        "try { x(); } catch (e) { e; } function x() {}",
        "for (const a of []) a; for (const b in {}) b; for (let i = 0; i < 1; i++) i;",
        "class A { m(b) { return b; } } new A();",
        "document.title = window.location.hash; const o = { title: 1, document };  o;",
        "{ const a = 1; a; } { const a = 2; a; }",
        "var v = function g() { return g; }; v();",
        "const a = `${document.title}`; a;",
        "label: for (;;) { break label; }",
        "async function f() { await fetch('/x'); } f();",
    ],
)
def test_a_name_that_is_declared_is_not_mentioned(script):
    assert told(script) == []


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("documnt.title", "nothing is called 'documnt'"),
        ("const { a: b } = {}; a;", "nothing is called 'a'"),
        ("const o = { gone };", "nothing is called 'gone'"),
        ("let a = 1; let a = 2;", "'a' is declared already, on line 1"),
        ("function f() {}\nfunction f() {}", "'f' is declared already, on line 1"),
        ("new Function('a')", "'Function' has no place in a script: it would run words as a"),
    ],
)
def test_a_name_that_nothing_gives_is_told(script, said):
    found = told(script)
    assert len(found) == 1
    assert found[0].startswith(said)


def test_a_script_may_use_what_another_declares_at_its_top():
    other = PARSER.parse(b"const one = 1; function two() { const three = 3; }").root_node
    assert names_at_top(other) == {"one", "two"}
    assert told("one + two()", *names_at_top(other)) == []
    assert told("three", *names_at_top(other)) == ["nothing is called 'three'"]
