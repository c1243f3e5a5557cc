"""The configuration of Apache."""

import re
from collections.abc import Iterator

from pipeline.layout import BUILD, NAME_FILE, builds_folder
from pipeline.render.addresses import missing_file
from pipeline.render.hosting.offer import Offer
from pipeline.render.hosting.pattern import MORE, by_weight, whole


def apache(offer: Offer) -> str:
    """Return a virtual host of Apache 2.4."""
    lines = (*_files(offer), *_headers(offer), *_languages(offer), *_build(offer))
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
    yield f"# The site: policyglot publish {offer.folder}"
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
    # The builds are shown to requests that were led into one of them, and their folder to nobody.
    for folder, who in (
        (offer.folder, "all granted"),
        (builds_folder(offer.folder), f"env {offer.name}_build"),
    ):
        yield f'<Directory "{folder}">'
        yield "    Options FollowSymLinks"
        yield "    AllowOverride None"
        yield f"    Require {who}"
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
    yield ""


def _build(offer: Offer) -> Iterator[str]:
    """Bind a request to the build that the link leads to when it comes.

    Apache asks for a file's length by its name, and later opens it by its name. If the link is switched between the two, the
    new file is cut to the length of the old one. A build never changes, so its own name is safe. It is read through the
    link, in one step, and there is no second thing that could differ from the link. Builds without a name are served as
    they stand behind the link.
    """
    name = f"{offer.folder}/{NAME_FILE}"
    build = f"{builds_folder(offer.folder)}/%1"
    found = f"file('{name}') =~ m#^({BUILD.pattern})\\n$#"
    yield "# What the site is may change while a request is answered, so the request is led into one build, which never changes."
    yield f'RewriteRule "^{offer.path}{re.escape(NAME_FILE)}$" "-" [R=404,L]'
    yield f"RewriteCond expr \"-L '{offer.folder}' && -f '{name}' && {found}\""
    yield f'RewriteCond "{build}" -d'
    yield f'RewriteRule "^{offer.path}([^?]*)$" "{build}/$1" [E={offer.name}_build:%1,L]'
