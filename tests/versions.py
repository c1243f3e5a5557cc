"""A document with three versions: one replaced, one in force, one to come; Arabic has the first only, Japanese none."""

from pathlib import Path

from tests.building import catalog
from tests.conftest import Run
from tests.folders import fill

SETTINGS = """[tool.policyglot]
site-url = "https://legal.example/"
languages = ["en", "ar", "ja", "ko"]
on-incomplete = "last-release"
required-locales = ["ko"]
"""

VERSIONS = (
    ("1.0", "2023-02-01", "2023-03-01"),
    ("1.1", "2025-05-15", "2025-06-15"),
    ("2.0", "2026-11-02", "2027-03-01"),
)
"""Version, day of announcement, and day from which it is in force."""

DAYS = {"1.0": 30, "1.1": 60, "2.0": 90}
ROWS = {"1.0": "", "1.1": "", "2.0": "| Mail | Answers |\n"}
GONE = {"1.0": "## 2. Letters\n\nWe send letters.\n\n", "1.1": "", "2.0": ""}


def source(version: str) -> str:
    """The source of a version."""
    number, announced, effective = next(one for one in VERSIONS if one[0] == version)
    summary = f"summary: Kept for {DAYS[version]} days.\n" if version != "1.0" else ""
    contact = 3 if GONE[version] else 2
    return f"""---
title: Terms
author: Legal Example
version: "{number}"
announced: {announced}
effective: {effective}
material: yes
{summary}---

We keep your data safe.

## 1. Keeping

We keep data for {DAYS[version]} days. Then we delete it.

| Data | Why |
| --- | --- |
| Name | Contract |
{ROWS[version]}
{GONE[version]}## {contact}. Contact

Write to us.
"""


def words(version: str) -> dict[str, dict[str, str]]:
    """What each language has for a version."""
    days = DAYS[version]
    korean = {
        "Terms": "이용약관",
        "Legal Example": "리걸",
        f"Kept for {days} days.": f"{days}일 동안 보관합니다.",
        "We keep your data safe.": "당사는 귀하의 정보를 안전하게 지킵니다.",
        "1. Keeping": "1. 보관",
        f"We keep data for {days} days. Then we delete it.": f"당사는 정보를 {days}일 동안 보관합니다. 그 후 삭제합니다.",
        "Data": "정보",
        "Why": "이유",
        "Name": "이름",
        "Contract": "계약",
        "Mail": "메일",
        "Answers": "답변",
        "2. Letters": "2. 편지",
        "We send letters.": "당사는 편지를 보냅니다.",
        "2. Contact": "2. 연락처",
        "3. Contact": "3. 연락처",
        "Write to us.": "당사에 문의하십시오.",
    }
    arabic = {
        "Terms": "الشروط",
        "We keep your data safe.": "نحافظ على بياناتك آمنة.",
        "1. Keeping": "1. الحفظ",
        "We keep data for 30 days. Then we delete it.": "نحتفظ بالبيانات لمدة 30 يومًا. ثم نحذفها.",
        "Data": "البيانات",
        "Why": "السبب",
        "Name": "الاسم",
        "Contract": "العقد",
        "2. Letters": "2. الرسائل",
        "We send letters.": "نرسل رسائل.",
        "3. Contact": "3. الاتصال",
        "Write to us.": "اكتب إلينا.",
    }
    return {"ko": korean, "ar": arabic, "ja": {}}


def working(folder: Path, version: str) -> None:
    """Make a version the working text."""
    files = {"pyproject.toml": SETTINGS, "source/terms.md": source(version)}
    catalogs = {
        f"locales/{locale}/LC_MESSAGES/terms.po": catalog(texts) for locale, texts in words(version).items()
    }
    fill(folder, {**files, **catalogs})


def released(folder: Path, run: Run) -> Path:
    """Release all versions, each on the day of its announcement."""
    for version, announced, _ in VERSIONS:
        working(folder, version)
        outcome = run(folder, "release", "terms", "--as-of", announced)
        assert (outcome.code, outcome.err) == (0, "")
    return folder
