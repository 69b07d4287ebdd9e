"""Comments of every kind on a version, by the coordinator of its partnership."""

import datetime

from partnerships.models import RoleGrant
from strategies.models import Comment, Version, VersionRead

AT = datetime.datetime(2024, 1, 12, 9, tzinfo=datetime.UTC)


def comment_records(version: Version, mark: str) -> dict[str, Comment]:
    author = RoleGrant.objects.get(partnership=version.strategy.partnership, role="coordinator").user
    by = {"strategy_version": version, "author": author, "made_at": AT}
    comment = Comment.objects.create(**by, text=f"{mark} comment")
    Comment.objects.create(**by, text=f"{mark} reply", replies_to=comment)
    settled = {"answer": "accepted", "answer_reason": f"{mark} reason", "answered_by": author, "answered_at": AT}
    VersionRead.objects.create(strategy_version=version, user=author, read_at=AT)
    return {"comment": comment, "answered_comment": Comment.objects.create(**by, text=f"{mark} answered comment", **settled)}
