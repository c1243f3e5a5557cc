from pathlib import Path

import pytest

from tests import stories
from tests.conftest import Run

pytestmark = pytest.mark.stories

STORIES = sorted((Path(__file__).parent / "fixtures" / "stories").glob("*.txt"))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_story(
    path: Path,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # What another story has built would be taken from the cache, and not be told of.
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    for part in stories.read(path).parts:
        if isinstance(part, tuple):
            file = tmp_path / part[0]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(part[1], encoding="utf-8")
            continue
        outcome = run(tmp_path, *part.command)
        assert stories.matches(part.out, outcome.out), outcome.out
        assert stories.matches(part.err, outcome.err), outcome.err
        assert outcome.code == part.code
