"""Front matter: the metadata block at the top of a source, in YAML, TOML or JSON. Nothing else imports the YAML library.

It is never written anew: a translated value is put in the place of the old one, so that order, quoting, comments and
every other key stay byte for byte. What was written is read again, and a difference is never handed out.

To add a format, write its module beside the others, its row in `notations` and its fences in `fences`.
"""

from pipeline.frontmatter.block import Format, FrontMatter, Value
from pipeline.frontmatter.paths import is_translated
from pipeline.frontmatter.read import read
from pipeline.frontmatter.write import block, fenced, write

__all__ = ["Format", "FrontMatter", "Value", "block", "fenced", "is_translated", "read", "write"]
