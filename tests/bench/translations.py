"""Synthetic translations: every word is replaced by another of the language's letters, and markup, numbers and names stay.

The replacement goes word by word, so that it says the same whatever piece of a text a tool calls a message.
"""

import functools
import random
import re

LOCALES = ("ko", "ja", "zh_Hans", "ar", "de", "es", "fr", "pt_BR", "th", "uk")
"""Ten languages in six scripts; the first is the one of the runs with one language."""

_LATIN = (
    "ba be bo da de do fa ga ge ka la le li lo ma me mi na ne no pa ra re ri ro sa se si ta te ti to va ve"
)
_SYLLABLES = {
    "ko": "가 나 다 라 마 바 사 자 정 보 수 집 개 인 이 용 처 리 목 적 동 의 제 공 관 계 약 권 한 책 임",
    "ja": "あ い う か き く け こ さ し す せ そ た ち つ て な に の は ひ ま み も や よ ら り る れ ろ",
    "zh_Hans": "个 人 信 息 处 理 同 意 合 约 权 利 义 务 保 护 安 全 数 据 责 任 使 用 提 供 法 律 服 务",
    "ar": "با بي تا تم جا جي حا خا دا را سا شا عا فا قا كا لا ما نا ها وا يا",
    "de": f"{_LATIN} ä ö ü",
    "es": f"{_LATIN} á é ñi ó",
    "fr": f"{_LATIN} é è ça ê",
    "pt_BR": f"{_LATIN} ã ção é õ",
    "th": "กา ขา คา งา จา ชา ดา ตา ทา นา บา ปา พา มา ยา รา ลา วา สา หา",
    "uk": "ба ва га да жа за ка ла ма на па ра са та фа ха ча ша ві ні ті",
}
_KEPT = r"NexCloud"
_TOKEN = re.compile(
    rf"(?P<kept>`[^`]*`|<[^>\s]+>|\]\([^)\s]*\)|\{{\d+\}}|https?://[^\s)>]+|[\w.]+@[\w.]+|&#?\w+;|{_KEPT})"
    r"|(?P<word>[A-Za-z]+(?:['’-][A-Za-z]+)*)"
)


def translated(text: str, locale: str) -> str:
    """Return the text with its words replaced; what stands between them is left as it is."""
    return _TOKEN.sub(lambda found: found[0] if found["kept"] else _word(found[0], locale), text)


@functools.cache
def _word(word: str, locale: str) -> str:
    """A word of as many syllables as half of the letters; with a capital, if the word has one and the script has some."""
    rng = random.Random(f"{locale} {word.lower()}")  # noqa: S311 - the same word in each run
    syllables = _SYLLABLES[locale].split(" ")
    made = "".join(rng.choice(syllables) for _ in range(max(1, (len(word) + 1) // 2)))
    return made.capitalize() if word[0].isupper() else made
