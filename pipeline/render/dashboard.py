"""For those who publish: what became of each document in each language, and why."""

from pipeline.render.editions import Documents
from pipeline.render.frame import Frame


def dashboard(documents: Documents, frame: Frame) -> dict[str, bytes]:
    """Render the page."""
    return {}
