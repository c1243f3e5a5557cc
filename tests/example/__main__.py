"""``python -m tests.example``: make anew what `init` writes and the program makes, after a change of texts or of forms."""

import tempfile
from pathlib import Path

from tests.example.packed import renew

with tempfile.TemporaryDirectory() as folder:
    renew(Path(folder))
