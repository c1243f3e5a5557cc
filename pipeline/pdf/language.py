"""The language of a PDF, as its tag has it; Typst only knows languages of the form ``zh`` and ``zh-TW``."""

import re
from io import BytesIO

import pikepdf


def with_language(data: bytes, tag: str) -> bytes:
    """Return a PDF of Typst's in which the document's language is a BCP 47 tag, everywhere that it stands.

    It stands in the catalog (ISO 32000-1, 14.9.2), in the metadata (``dc:language``), in the structure tree and on marked
    content. A PDF that has the tag already is returned as it is; the same PDF and tag give the same bytes.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        written = str(pdf.Root.get("/Lang", ""))
        if written in {tag, ""}:
            return data
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and str(thing.get("/Lang", "")) == written:
                thing.Lang = pikepdf.String(tag)
        for page in pdf.pages:
            page.contents_coalesce()
            page.Contents = pdf.make_stream(_relabelled(page, written, tag))
        metadata = pdf.Root.Metadata
        metadata.write(_in_metadata(metadata.read_bytes(), written, tag))
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def _relabelled(page: pikepdf.Page, written: str, tag: str) -> bytes:
    """The content of a page, with the tag on marked content that was in the document's language."""
    instructions = pikepdf.parse_content_stream(page)
    for instruction in instructions:
        for operand in instruction.operands:
            if isinstance(operand, pikepdf.Dictionary) and str(operand.get("/Lang", "")) == written:
                operand.Lang = pikepdf.String(tag)
    return pikepdf.unparse_content_stream(instructions)


def _in_metadata(packet: bytes, written: str, tag: str) -> bytes:
    """An XMP packet with the tag as its ``dc:language``."""
    language = re.compile(rb"(<dc:language>\s*<rdf:Bag>\s*<rdf:li>)" + re.escape(written.encode()) + rb"(?=</rdf:li>)")
    return language.sub(lambda match: match[1] + tag.encode(), packet)
