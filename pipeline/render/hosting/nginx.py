"""The configuration of nginx."""

from collections.abc import Iterator

from pipeline.layout import NAME_FILE
from pipeline.render.addresses import CHOOSER, missing_file
from pipeline.render.hosting.offer import Offer
from pipeline.render.hosting.pattern import MORE, by_weight, whole


def nginx(offer: Offer) -> str:
    """Return a file for the `http` block of nginx."""
    return "\n".join((*_head(offer), *_languages(offer), *_headers(offer), *_server(offer), ""))


def _head(offer: Offer) -> Iterator[str]:
    yield "# Made by policyglot hosting nginx. It belongs into the http block, as a file of its own, such as"
    yield f"# /etc/nginx/conf.d/{offer.name}.conf. The site: policyglot publish {offer.folder}"
    yield "# Make it anew when a language comes or goes."
    yield ""


def _languages(offer: Offer) -> Iterator[str]:
    yield "# The language range that weighs most, in tenths, of those that there are pages for."
    yield f"map $http_accept_language ${offer.name}_range {{"
    yield '    default "";'
    for pattern in by_weight(offer.languages.values(), f"(?<{offer.name}_found>"):
        yield f'    "~*{pattern}" ${offer.name}_found;'
    yield "}"
    yield f"map ${offer.name}_range ${offer.name}_language {{"
    yield '    default "";'
    for tag, ranges in offer.languages.items():
        yield f'    "~*^{whole(ranges)}{MORE}$" {tag};'
    yield "}"
    yield ""


def _headers(offer: Offer) -> Iterator[str]:
    yield "# What never changes under its name may be kept; all else is asked for again."
    yield f"map $uri ${offer.name}_cache {{"
    yield "    default no-cache;"
    yield f'    "~^{offer.file("assets/")}" "public, max-age=31536000, immutable";'
    yield "}"
    yield f"map $request_uri ${offer.name}_vary {{"
    yield '    default "";'
    yield f'    "~^{offer.path}(?:[?]|$)" Accept-Language;'
    yield "}"
    yield ""


def _server(offer: Offer) -> Iterator[str]:
    yield "server {"
    yield "    listen 80;"
    yield f"    server_name {offer.host or '_'};"
    yield f"    root {offer.root};"
    yield "    absolute_redirect off;"
    yield "    charset utf-8;"
    yield "    charset_types text/html text/css text/plain text/xml text/markdown application/javascript application/json;"
    yield f"    error_page 404 {offer.file(missing_file(offer.source))};"
    for name, value in offer.headers.items():
        yield f'    add_header {name} "{value}" always;'
    yield f"    add_header Cache-Control ${offer.name}_cache always;"
    yield f"    add_header Vary ${offer.name}_vary always;"
    yield ""
    if offer.path != "/":
        yield "    location / {"
        yield "        return 404;"
        yield "    }"
        yield f"    location = {offer.path.rstrip('/')} {{"
        yield f"        return 301 {offer.path};"
        yield "    }"
        yield f"    location {offer.path} {{"
        yield "    }"
    yield f"    location = {offer.file(NAME_FILE)} {{"
    yield "        return 404;"
    yield "    }"
    yield f"    location = {offer.path} {{"
    yield f"        if (${offer.name}_language) {{"
    yield f"            return 302 {offer.path}${offer.name}_language/;"
    yield "        }"
    yield f"        try_files {offer.file(CHOOSER)} =404;"
    yield "    }"
    yield f'    location ~ "^{offer.path}(?<{offer.name}_folder>{"|".join(sorted(offer.languages))})/" {{'
    yield f"        error_page 404 {offer.file(missing_file(f'${offer.name}_folder'))};"
    yield r"        location ~ \.md$ {"
    yield "            types {"
    yield "                text/markdown md;"
    yield "            }"
    yield "        }"
    yield "    }"
    yield "}"
