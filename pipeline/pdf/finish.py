"""What Typst leaves to be done to a PDF: its language's exact tag, each letter once, streams whose end is beyond doubt."""

import base64
import re
from io import BytesIO

import pikepdf

from pipeline.pdf.marks import Instructions, replace_content, text_once


def finished(data: bytes, tag: str) -> bytes:
    """Return a PDF of Typst's with its language and its streams put right; one that needs nothing is returned as it is.

    Args:
        data: the PDF.
        tag: the document's BCP 47 tag. Typst only knows tags of the form ``zh`` and ``zh-TW``.

    Returns:
        The PDF. The tag stands in the catalog (ISO 32000-1, 14.9.2), in the metadata (``dc:language``), in the structure
        tree and on marked content, wherever the document's language stood. Letters with marks are read once. No stream
        ends with a carriage return. The same arguments give the same bytes.
    """
    with _read(BytesIO(data)) as pdf:
        changed = text_once(pdf)
        written = str(pdf.Root.get("/Lang", ""))
        if written != tag:
            _relabel(pdf, written, tag)
            changed = True
        ambiguous = [thing for thing in pdf.objects if _ends_ambiguously(thing)]
        if not changed and not ambiguous:
            return data
        for stream in ambiguous:
            _end_in_letters(stream)
        out = BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            # Streams of objects would be made, and end, as they please.
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=False,
            fix_metadata_version=False,  # it would write the metadata anew
        )
        return out.getvalue()


_read = pikepdf.open
"""Read a PDF; here always from memory."""


def _relabel(pdf: pikepdf.Pdf, written: str, tag: str) -> None:
    """Put the tag wherever the document's language is written."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and str(thing.get("/Lang", "")) == written:
            thing.Lang = pikepdf.String(tag)
    pdf.Root.Lang = pikepdf.String(tag)
    for page in pdf.pages:
        replace_content(pdf, page, _relabelled(page, written, tag))
    metadata = pdf.Root.Metadata
    metadata.write(_in_metadata(bytes(metadata.get_stream_buffer()), written, tag))


def _relabelled(page: pikepdf.Page, written: str, tag: str) -> Instructions:
    """The instructions of a page, with the tag on marked content that was in the document's language."""
    instructions = list(pikepdf.parse_content_stream(page))
    for instruction in instructions:
        for operand in instruction.operands:
            if isinstance(operand, pikepdf.Dictionary) and str(operand.get("/Lang", "")) == written:
                operand.Lang = pikepdf.String(tag)
    return instructions


def _in_metadata(packet: bytes, written: str, tag: str) -> bytes:
    """An XMP packet with the tag as its ``dc:language``."""
    before = rb"(<dc:language>\s*<rdf:Bag>\s*<rdf:li>)"
    language = re.compile(before + re.escape(written.encode()) + rb"(?=</rdf:li>)")
    return language.sub(lambda match: match[1] + tag.encode(), packet)


def _ends_ambiguously(thing: pikepdf.Object) -> bool:
    """Whether a stream ends with a carriage return, which with the line feed after it reads as one end of line.

    Then its length is not beyond doubt, as PDF/A demands (ISO 19005-2, 6.1.7.1); one compressed stream in 256 is such.
    """
    return isinstance(thing, pikepdf.Stream) and thing.read_raw_bytes().endswith(b"\r")


def _end_in_letters(stream: pikepdf.Object) -> None:
    """Write a stream's bytes, as they are, in ASCII."""
    filters = stream.get("/Filter", pikepdf.Array())
    parameters = stream.get("/DecodeParms")
    inner = list(filters) if isinstance(filters, pikepdf.Array) else [filters]
    stream.write(
        base64.a85encode(stream.read_raw_bytes()) + b"~>",
        filter=pikepdf.Array([pikepdf.Name.ASCII85Decode, *inner]),
        decode_parms=None if parameters is None else pikepdf.Array([None, *_each(parameters)]),
    )


def _each(parameters: pikepdf.Object) -> list[pikepdf.Object]:
    return list(parameters) if isinstance(parameters, pikepdf.Array) else [parameters]
