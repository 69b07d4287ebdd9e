"""Comments of every kind on a version, by the coordinator of its partnership."""

import datetime
from typing import Any

from partnerships.models import RoleGrant
from strategies.kept import kept_sections
from strategies.models import Comment, Version, VersionRead
from svduty.text.plain import plain

AT = datetime.datetime(2024, 1, 12, 9, tzinfo=datetime.UTC)


def comment_records(version: Version, mark: str) -> dict[str, Comment]:
    """One on words of the first section, with a reply; one that is answered; and whoever wrote them has read the version."""
    author = RoleGrant.objects.get(partnership=version.strategy.partnership, role="coordinator").user
    by: dict[str, Any] = {"strategy_version": version, "author": author, "made_at": AT}
    for section in kept_sections(version)[:1]:
        by |= {"section_key": section.key, "section_heading": section.heading}
    words = " ".join(plain(kept_sections(version)[0].text).split()[:4]) if version.sections else ""
    comment = Comment.objects.create(**by, quote=words, text=f"{mark} comment")
    Comment.objects.create(**by, text=f"{mark} reply", replies_to=comment)
    settled = {"answer": "accepted", "answer_reason": f"{mark} reason", "answered_by": author, "answered_at": AT}
    VersionRead.objects.get_or_create(strategy_version=version, user=author, defaults={"read_at": AT})
    return {"comment": comment, "answered_comment": Comment.objects.create(**by, text=f"{mark} answered comment", **settled)}
