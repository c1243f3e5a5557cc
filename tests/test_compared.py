"""The text with the changes in it: its tables, and the numbers of its clauses."""

from pathlib import Path

import pytest

from pipeline.workflow.building import Build
from pipeline.workflow.starting import start
from tests.building import page, texts, values
from tests.folders import fill
from tests.releases import release_each
from tests.test_changes import built, without


@pytest.fixture(scope="module")
def today(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return built(fill(tmp_path_factory.mktemp("example"), start(example=True)))


TABLE = "## Data\n\n| Data | Why |\n| --- | --- |\n"


def test_a_row_that_is_gone_stands_in_its_table(tmp_path: Path) -> None:
    rows = ("| Name | Contract |\n", "| Telephone 전화 | Calls |\n", "| Address | Letters |\n")
    release_each(tmp_path, TABLE + "".join(rows), TABLE + rows[0] + rows[2])
    read = page(built(tmp_path).files, "en/terms/changes/1..2/index.html")
    assert values(read, ".inline .table", "aria-label") == ["Table 1"]
    assert values(read, ".inline .table", "tabindex") == ["0"]
    assert [without(one) for one in read.css(".inline tr")] == [
        "DataWhy",
        "NameContract",
        "Telephone전화Calls",
        "AddressLetters",
    ]
    assert values(read, ".inline tr", "class") == ["same", "same", "gone", "same"]
    assert texts(read, ".inline thead th") == ["Data", "Why"]
    assert values(read, ".inline thead th", "scope") == ["col", "col"]


def test_a_head_that_is_another_stands_below_the_old_one(tmp_path: Path) -> None:
    rows = "| Name | Contract |\n| Address | Letters |\n"
    release_each(tmp_path, TABLE + rows, TABLE.replace("| Data | Why |", "| 種類 | 目的 |") + rows)
    read = page(built(tmp_path).files, "en/terms/changes/1..2/index.html")
    assert [without(one) for one in read.css(".inline thead tr")] == ["DataWhy", "種類目的"]
    assert [without(one) for one in read.css(".inline tbody tr")] == ["NameContract", "AddressLetters"]


def test_tables_that_are_gone_and_new_are_apart(tmp_path: Path) -> None:
    first = TABLE + "| Name | Contract |\n\n"
    release_each(
        tmp_path,
        f"{first}Between.\n\n| Cookie | Duration |\n| --- | --- |\n| session | one day |\n",
        f"{first}Between.\n",
    )
    read = page(built(tmp_path).files, "en/terms/changes/1..2/index.html")
    assert values(read, ".inline .table", "aria-label") == ["Table 1", "Table 2"]
    assert [[without(one) for one in table.css("thead tr")] for table in read.css(".inline table")] == [
        ["DataWhy"],
        ["CookieDuration"],
    ]


def test_the_number_of_a_clause_that_is_gone_is_struck_out_with_it(today: Build) -> None:
    for name in (".beside del", ".inline h3.gone del"):
        read = page(today.files, "ko/privacy/changes/1.1..2.0/index.html")
        assert without(read.css(name)[0]) == "4.전자우편소식지"
