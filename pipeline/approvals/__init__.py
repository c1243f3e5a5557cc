"""Sign-off: who approved which exact text, how that is written down, and which approvals still hold."""

from pipeline.approvals.digest import Signature, sign
from pipeline.approvals.read import read
from pipeline.approvals.standing import Standing, Void, standings
from pipeline.approvals.values import Approval, Role, key_of, mail_of, name_of, person, renewed
from pipeline.approvals.write import write

__all__ = [
    "Approval",
    "Role",
    "Signature",
    "Standing",
    "Void",
    "key_of",
    "mail_of",
    "name_of",
    "person",
    "read",
    "renewed",
    "sign",
    "standings",
    "write",
]
