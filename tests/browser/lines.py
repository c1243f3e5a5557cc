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
  let line = null, around = null;
  const end = () => { line = null; };
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node; node = walker.nextNode();) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.matches("br") || !inline.has(getComputedStyle(node).display)) end();
      continue;
    }
    if (!node.parentElement.checkVisibility()) continue;
    const here = block(node);
    if (here !== around) { end(); around = here; }
    let place = 0;
    for (const letter of node.data) {
      range.setStart(node, place);
      range.setEnd(node, place += letter.length);
      const rect = range.getClientRects()[0];
      const isBlank = /^\s$/u.test(letter);
      if (!rect || !rect.width && !isBlank) continue;
      if (line && !isBlank) {
        if (rect.top >= line.bottom - 1 || rect.bottom <= line.top + 1) {
          const broken = {before: line.letter, after: letter, parted: !line.blank, lead: line.word, word: 0,
                          room: room(here), text: ""};
          found.push(broken);
          line.broken = line.blank ? null : broken;
        }
      }
      if (!line) line = {word: 0, broken: null};
      if (isBlank) { Object.assign(line, {blank: true, broken: null, word: 0}); continue; }
      if (line.blank) line.word = 0;
      line.word += rect.width;
      if (line.broken) line.broken.word = line.word;
      Object.assign(line, {letter, blank: false, top: rect.top, bottom: rect.bottom});
    }
  }
  return found;
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
            is_inside=one["parted"],
            word=one["word"],
            room=one["room"],
        )
        for one in page.evaluate(_BREAKS)
    ]
