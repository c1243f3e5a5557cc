"""Laws of releases: exactly one is in force from the first day on, and no byte changes unseen."""

import datetime
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from pipeline.releases import Release, State, order, read, states
from tests.releases import ROOT, calendars, chain, on_disk, release

FILES = on_disk(chain(release(), release("1.1", "2027-02-01", "2027-03-01")))
ORDER = list(State)


@given(calendars(), st.integers(-40, 70))
def test_exactly_one_release_is_in_force_from_the_first_effective_day_on(
    releases: tuple[Release, ...],
    offset: int,
) -> None:
    first = releases[0].metadata.effective
    day = first + datetime.timedelta(days=offset)
    found = list(states(releases, day).values())
    assert found.count(State.IN_FORCE) == (offset >= 0)
    assert (State.SUPERSEDED in found) <= (State.IN_FORCE in found)


@given(calendars(), st.integers(-40, 70))
def test_a_state_never_goes_back(releases: tuple[Release, ...], offset: int) -> None:
    day = releases[0].metadata.effective + datetime.timedelta(days=offset)
    today, tomorrow = (states(releases, when) for when in (day, day + datetime.timedelta(days=1)))
    assert all(ORDER.index(today[version]) <= ORDER.index(tomorrow[version]) for version in today)


@given(calendars(), st.randoms(use_true_random=False))
def test_states_do_not_depend_on_the_order_of_releases(releases: tuple[Release, ...], random: Random) -> None:
    shuffled = list(releases)
    random.shuffle(shuffled)
    for one in releases:
        assert states(shuffled, one.metadata.effective) == states(releases, one.metadata.effective)


@given(calendars())
def test_what_is_written_reads_back(releases: tuple[Release, ...]) -> None:
    found = read(on_disk(releases), ROOT)
    assert (found.releases, found.faults) == (releases, ())


@given(st.sampled_from(sorted(FILES)), st.data())
def test_any_changed_byte_is_told(path: str, data: st.DataObject) -> None:
    held = FILES[path]
    place = data.draw(st.integers(0, len(held) - 1))
    byte = data.draw(st.integers(0, 255))
    assume(byte != held[place])
    changed = held[:place] + bytes([byte]) + held[place + 1 :]
    assert read({**FILES, path: changed}, ROOT).faults


@given(st.sampled_from(sorted(FILES)), st.binary(max_size=60))
def test_any_other_content_is_told(path: str, content: bytes) -> None:
    assume(content != FILES[path])
    assert read({**FILES, path: content}, ROOT).faults


@given(st.sets(st.sampled_from(sorted(FILES)), min_size=1))
def test_any_missing_file_is_told_unless_the_last_releases_are_gone_as_a_whole(gone: set[str]) -> None:
    rest = {path: data for path, data in FILES.items() if path not in gone}
    whole = ({path for path in FILES if "/1.1/" in path}, set(FILES))
    assert bool(read(rest, ROOT).faults) == (gone not in whole)


@given(st.lists(st.integers(0, 20), min_size=1), st.lists(st.integers(0, 20), min_size=1))
def test_versions_of_numbers_have_the_order_of_their_numbers(one: list[int], other: list[int]) -> None:
    first, second = (order(".".join(map(str, numbers))) for numbers in (one, other))
    assert (first < second, first == second) == (one < other, one == other)
