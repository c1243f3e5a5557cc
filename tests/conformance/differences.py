"""The examples that are known to differ, each with a reason: ``differences.toml``."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

_PATH = Path(__file__).with_name("differences.toml")


def differences() -> Mapping[tuple[str, str], str]:
    """Return why an example may break a law, by the example (``CommonMark 148``) and the law's name."""
    table = tomllib.loads(_PATH.read_text(encoding="utf-8"))
    return {
        (difference["example"], law): difference["reason"]
        for difference in table["difference"]
        for law in difference["laws"]
    }
