"""What a web server has to be told to serve a site well; one server, one module, one row in the table.

A reader who asks for the front page is sent to the list of documents in the first language that there are pages in, or gets
the choice of languages.
"""

from collections.abc import Callable, Mapping

from pipeline.render.hosting.apache import apache
from pipeline.render.hosting.netlify import netlify
from pipeline.render.hosting.nginx import nginx
from pipeline.render.hosting.offer import Offer, offer

HOSTS: Mapping[str, Callable[[Offer], str]] = {"apache": apache, "netlify": netlify, "nginx": nginx}
"""By the name that a user gives it: what makes the configuration."""

__all__ = ["HOSTS", "Offer", "offer"]
