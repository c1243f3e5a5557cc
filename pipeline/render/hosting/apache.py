"""The configuration of Apache."""

from collections.abc import Iterator

from pipeline.render.addresses import missing_file
from pipeline.render.hosting.offer import Offer
from pipeline.render.hosting.pattern import MORE, by_weight, whole


def apache(offer: Offer) -> str:
    """Return a virtual host of Apache 2.4."""
    lines = (*_files(offer), *_headers(offer), *_languages(offer))
    return "\n".join(
        (
            *_head(offer),
            "<VirtualHost *:80>",
            *(f"    {line}" if line else "" for line in lines),
            "</VirtualHost>",
            "",
        )
    )


def _head(offer: Offer) -> Iterator[str]:
    yield "# Made by policyglot hosting apache, for Apache 2.4 with the modules dir, headers, mime and rewrite."
    yield f"# The site: policyglot publish {offer.root}{offer.path.rstrip('/')}"
    yield "# Make it anew when a language comes or goes."
    yield ""


def _files(offer: Offer) -> Iterator[str]:
    if offer.host:
        yield f"ServerName {offer.host}"
    yield f'DocumentRoot "{offer.root}"'
    if offer.path != "/":
        yield f'<Directory "{offer.root}">'
        yield "    Require all denied"
        yield "</Directory>"
    yield f'<Directory "{offer.root}{offer.path.rstrip("/")}">'
    yield "    Options FollowSymLinks"
    yield "    AllowOverride None"
    yield "    Require all granted"
    yield "</Directory>"
    yield "DirectoryIndex index.html"
    yield "AddDefaultCharset utf-8"
    yield "AddType text/markdown .md"
    yield "AddCharset utf-8 .css .js .json .md .xml"
    yield f"ErrorDocument 404 {offer.file(missing_file(offer.source))}"
    for tag in sorted(offer.languages):
        yield f'<Location "{offer.path}{tag}/">'
        yield f"    ErrorDocument 404 {offer.file(missing_file(tag))}"
        yield "</Location>"
    yield ""


def _headers(offer: Offer) -> Iterator[str]:
    for name, value in offer.headers.items():
        yield f'Header always set {name} "{value}"'
    yield "# What never changes under its name may be kept; all else is asked for again."
    yield 'Header always set Cache-Control "no-cache"'
    kept = f"%{{REQUEST_STATUS}} -lt 400 && %{{REQUEST_URI}} =~ m#^{offer.file('assets/')}#"
    yield f'Header always set Cache-Control "public, max-age=31536000, immutable" "expr={kept}"'
    yield f'Header always set Vary "Accept-Language" "expr=%{{THE_REQUEST}} =~ m#^[A-Z]+ {offer.path}[? ]#"'
    yield ""


def _languages(offer: Offer) -> Iterator[str]:
    found = f"{offer.name}_range"
    yield "# The language range that weighs most, in tenths, of those that there are pages for."
    yield "RewriteEngine On"
    for pattern in by_weight(offer.languages.values(), "("):
        yield f'RewriteCond %{{ENV:{found}}} "^$"'
        yield f'RewriteCond %{{HTTP:Accept-Language}} "{pattern}" [NC]'
        yield f'RewriteRule "^{offer.path}$" "-" [E={found}:%1]'
    for tag, ranges in offer.languages.items():
        yield f'RewriteCond %{{ENV:{found}}} "^{whole(ranges)}{MORE}$" [NC]'
        yield f'RewriteRule "^{offer.path}$" "{offer.path}{tag}/" [R=302,L]'
