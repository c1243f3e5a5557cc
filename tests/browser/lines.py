"""Where Chromium breaks the lines of a page's text."""

from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Page

_BREAKS = r"""() => {
  const inline = new Set(["inline", "contents"]), range = new Range(), found = [];
  const block = node => {
    let one = node.parentElement;
    while (inline.has(getComputedStyle(one).display)) one = one.parentElement;
    return one;
  };
  const room = element => {
    const style = getComputedStyle(element);
    return element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  };
  let last = null, word = {width: 0}, around = null;
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node; node = walker.nextNode();) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.matches("br") || !inline.has(getComputedStyle(node).display)) last = null;
      continue;
    }
    if (!node.parentElement.checkVisibility()) continue;
    const here = block(node);
    if (here !== around) [last, around, word] = [null, here, {width: 0}];
    let place = 0;
    for (const letter of node.data) {
      range.setStart(node, place);
      range.setEnd(node, place += letter.length);
      const rect = range.getClientRects()[0];
      if (/^\s$/u.test(letter)) { word = {width: 0}; continue; }
      if (!rect || !rect.width) continue;
      if (last && (rect.top >= last.rect.bottom - 1 || rect.bottom <= last.rect.top + 1))
        found.push({before: last.letter, after: letter, isInside: word === last.word, word, room: room(here)});
      word.width += rect.width;
      last = {letter, rect, word};
    }
  }
  return found.map(one => ({...one, word: one.word.width}));
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A place where a line ends and the next begins, without a hard break."""

    before: str
    """The last character of the line that is no blank."""
    after: str
    """The first of the next line."""
    is_inside: bool
    """Whether no blank stands between them."""
    word: float
    """How wide the stretch without a blank is that they stand in, in CSS pixels."""
    room: float
    """How wide the column is."""


def breaks(page: Page) -> Sequence[Break]:
    """Return the breaks of all lines of the page's main part, in the document's order."""
    return [
        Break(
            before=one["before"],
            after=one["after"],
            is_inside=one["isInside"],
            word=one["word"],
            room=one["room"],
        )
        for one in page.evaluate(_BREAKS)
    ]
