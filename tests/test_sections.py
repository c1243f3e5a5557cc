from pipeline.markdown import Section, parse, sections
from pipeline.segment import Document, segment
from tests.conftest import ROOT


def read(text: str) -> Document:
    document = segment(text, name="terms", path="source/terms.md", translate=("title",))
    assert isinstance(document, Document)
    return document


def test_the_sections_of_this_projects_own_policy() -> None:
    found = read((ROOT / "source" / "privacy.md").read_text(encoding="utf-8")).sections
    assert [(section.level, section.id) for section in found] == [
        (2, "1-information-to-be-collected-and-method-of-collection"),
        (3, "1-personal-information-items-to-be-collected"),
        (4, "1-1-items-of-personal-information"),
        (4, "1-2-items-of-personal-information"),
        (3, "2-method-of-collection"),
        (2, "2-use-of-collected-information"),
        (2, "3-sharing-collected-information"),
        (2, "4-cookies-beacons-and-similar-technologies"),
        (3, "4-1-items-of-personal-information"),
        (2, "5-users-right-to-access-and-option"),
        (2, "6-security"),
        (2, "7-modification-of-privacy-protection-policy"),
        (2, "8-responsible-department-of-nexcloud"),
        (3, "department-responsible-for-privacy-protection-and-customer-service-"),
    ]


def test_a_title_that_is_not_translated_stays_where_it_is() -> None:
    """The page's title is then another text, and these words would be lost."""
    document = read("<!-- i18n: off -->\n\n# PolicyGlot\n\n<!-- i18n: on -->\n\n# Terms\n")
    assert document.title == "Terms"
    assert [(section.text, section.is_title) for section in document.sections] == [
        ("PolicyGlot", False),
        ("Terms", False),
    ]


def test_a_heading_that_is_the_title_has_the_words_of_the_title() -> None:
    skeleton = parse("# Terms of *Use*\n\n# Terms of Use\n")
    first, second = sections(skeleton, "Terms  of Use")
    assert first == Section(place=(1,), id="terms-of-use", level=1, text="Terms of Use", is_title=True)
    assert (second.id, second.level, second.is_title) == ("terms-of-use-1", 2, False)
    assert [one.is_title for one in sections(skeleton, "Use")] == [False, False]
