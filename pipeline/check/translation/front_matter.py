"""A value of the front matter is a value: its key is not translated with it, and it speaks to no program."""

import re
from collections.abc import Iterator

from pipeline.check.rule import Finding, Pair
from pipeline.model import Kind


def front_matter(pair: Pair) -> Iterator[Finding]:
    """Find values that begin with a key, in the source's language or in another, or with YAML's own marks."""
    if pair.unit.kind is not Kind.METADATA:
        return
    text = pair.message.translation
    key = _KEY.match(text)
    if key and not _KEY.match(pair.unit.text):
        yield Finding(
            message=f"the translation begins with a key of the front matter, “{key['key']}”",
            hint="translate the value only; keys stay as they are",
            target=(key[0],),
        )
    mark = _MARK.search(text)
    if mark and not _MARK.search(pair.unit.text):
        yield Finding(
            message=f"the translation holds a mark of YAML, “{mark[0].strip()}”",
            hint="write plain words",
            target=(mark[0].strip(),),
        )


_KEYS = (
    "title", "description", "subtitle", "summary", "author", "date", "effective", "version", "lang", "id", "slug", "layout", "permalink",
    "제목", "설명", "버전", "タイトル", "題名", "説明", "标题", "標題", "描述", "说明", "Titel", "Beschreibung", "titre", "título",
    "descripción", "العنوان", "عنوان", "الوصف", "وصف",
)  # fmt: skip
_KEY = re.compile(rf"\s*[\"'“]?(?P<key>{'|'.join(_KEYS)})[\"'”]?\s*[:：=]", re.IGNORECASE)
_MARK = re.compile(
    r"^\s*(?:!!\w|!<|!\w+[/:]|&\w+\s|\*\w+\s*$|<<\s*:|%YAML|---\s|\.\.\.\s*$)|!!python", re.IGNORECASE
)
