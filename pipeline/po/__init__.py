"""PO files and templates: bytes to `Catalog` and back. Nothing else imports polib.

What is written is the form of ``msgcat --no-wrap``: UTF-8, LF, unwrapped, obsolete messages last.
"""

from pipeline.po.problem import other_charset
from pipeline.po.read import read
from pipeline.po.write import write

__all__ = ["other_charset", "read", "write"]
