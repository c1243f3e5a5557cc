"""Text that was read in another encoding than it was written in."""

from collections.abc import Iterator

from pipeline.check.rule import Finding
from pipeline.check.source.subject import Source, excerpt, located, visible


def damage(source: Source) -> Iterator[Finding]:
    """Find damaged words, and say what they should be, where that can be known."""
    for passage in source.passages:
        for found in passage.damage:
            line = located(source, passage, found.part)
            if found.mended is None:
                yield Finding(
                    message=f"letters are lost in “{excerpt(passage.text, found.start, found.start + len(found.part))}”",
                    hint="write them again: � stands where a program could not read them",
                    source=(found.part,),
                    line=line,
                )
            else:
                yield Finding(
                    message=f"“{visible(found.part)}” is damaged: it was read in the wrong encoding",
                    hint=f"write “{found.mended}”",
                    source=(found.part,),
                    line=line,
                )
