"""What tests ask of a build."""

import datetime

from pipeline.workflow.order import Order

DAY = datetime.date(2021, 4, 5)
"""The day on which the tests take place, unless they walk through time."""


def order(*formats: str) -> Order:
    """A build of that day in these formats."""
    return Order(formats=formats, day=DAY)
