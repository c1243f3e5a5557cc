"""The destinations of links, written so that every reader takes them for the same."""

_NOT_IN_ADDRESSES = ' "<>[\\]^`{|}'


def url(destination: str) -> str:
    """Write what no address may hold (RFC 3986, 2), and brackets that do not pair, by percent signs."""
    fragile = _NOT_IN_ADDRESSES if _pairs(destination) else f"{_NOT_IN_ADDRESSES}()"
    return "".join(f"%{ord(letter):02X}" if letter in fragile else letter for letter in destination)


def _pairs(destination: str) -> bool:
    depth = 0
    for letter in destination:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth < 0:
            return False
    return depth == 0
