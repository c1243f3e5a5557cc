"""What a preview shows at the moment, for those who answer requests, while another thread makes what it shows next."""

from threading import Condition

from pipeline.workflow.previewing import Preview


class Stage:
    """Holds one preview, and wakes those who wait for the next."""

    def __init__(self, preview: Preview) -> None:
        """Begin with a preview."""
        self._preview = preview
        self._changed = Condition()

    @property
    def preview(self) -> Preview:
        """What is shown now."""
        return self._preview

    def show(self, preview: Preview) -> None:
        """Show something else from now on."""
        with self._changed:
            self._preview = preview
            self._changed.notify_all()

    def wait(self, seen: Preview, seconds: float) -> Preview:
        """Return what is shown as soon as it is not what was seen, or what is shown after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._preview is not seen, seconds)
            return self._preview
