"""What a preview adds to the pages of a site, and what it shows where there is no page; all of it in English."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from pipeline.localize import Review
from pipeline.model import Diagnostic
from pipeline.render.review import ROOM, environment
from pipeline.render.templates import Templates


def alert(problems: Sequence[Diagnostic], templates: Templates, *, is_stale: bool) -> str:
    """Return the HTML element that says what is wrong; it is empty, but there, if nothing is.

    Args:
        problems: why the page is not what the files say now.
        templates: those of the preview.
        is_stale: whether the page is of an earlier state; if not, there is none to show.
    """
    return _macro(templates, "alert", [_told(problem) for problem in problems], is_stale=is_stale)


def problem_list(problems: Sequence[Diagnostic], templates: Templates, *, is_stale: bool) -> str:
    """Return what stands in that element."""
    return _macro(templates, "problems", [_told(problem) for problem in problems], is_stale=is_stale)


def bar(here: str, reviews: Mapping[str, Review], templates: Templates) -> str:
    """Return the HTML element that leads to the reviews.

    Args:
        here: the file of the page on which it stands.
        reviews: all reviews, by the file of their page.
        templates: those of the preview.
    """
    own = here.removesuffix("index.html") + "review/index.html"
    links = [
        {"href": address(file), "label": _label(review), "is_here": file == here}
        for file, review in reviews.items()
    ]
    return _macro(templates, "bar", _link(own, reviews[own]) if own in reviews else None, links)


def alone(title: str, told: str, templates: Templates) -> str:
    """Return a page with nothing but a sentence."""
    page = environment(tuple(templates.items())).get_template("alone.html")
    return page.render(room=ROOM, title=title, told=told)


def address(file: str) -> str:
    """Return the address of a file in a preview: a folder's for its index."""
    return f"/{file.removesuffix('index.html')}"


def digest(problems: Iterable[Diagnostic]) -> str:
    """Return what tells these problems from others; empty if there are none."""
    told = "\n".join(map(str, problems))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16] if told else ""


def _macro(templates: Templates, name: str, /, *arguments: object, is_stale: bool = True) -> str:
    module = environment(tuple(templates.items())).get_template("bar.html").make_module({"shown": is_stale})
    return str(getattr(module, name)(*arguments))


def _told(problem: Diagnostic) -> Mapping[str, str]:
    place = problem.path if problem.line is None else f"{problem.path}:{problem.line}"
    return {"place": place, "message": problem.message, "hint": problem.hint}


def _link(file: str, review: Review) -> Mapping[str, str]:
    left = f"{review.to_do} to do" if review.to_do else "all translated"
    return {"href": address(file), "label": f"Review this translation ({left})"}


def _label(review: Review) -> str:
    left = f" ({review.to_do} to do)" if review.to_do else ""
    return f"{review.localized.document.name}: {review.localized.language.english}{left}"
