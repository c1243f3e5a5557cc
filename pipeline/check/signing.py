"""How findings tell that a text is not what somebody approved."""

from pipeline.approvals import Role, Void, name_of


def changed(role: Role, void: Void, document: str, locale: str) -> tuple[str, str]:
    """Return what is wrong with a text for which no approval of a role holds, and what to do.

    Args:
        role: whose approval is missing.
        void: the text.
        document: its document.
        locale: its language.
    """
    who, when = f"{name_of(void.last.by)} ({role})", void.last.when.date().isoformat()
    message = (
        f"the translation has changed since {who} approved it on {when}"
        if void.is_known
        else f"this text is new, or has changed, since {who} approved the document on {when}"
    )
    again = f"policyglot approve {document} {locale} --role {role}"
    return message, f"undo the change, or have it read again, and then run {again} --by …"
