"""Named reads of comments and of who has read what, each through the partnership, its strategy or its version."""

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from partnerships.models import Partnership, User
from partnerships.models.person import IN_PARTNERSHIP
from strategies.models import Comment, Section, Strategy, Version, VersionRead

PEOPLE = ("author", "answered_by")
OPEN = Q(answer="", withdrawn_on__isnull=True, replies_to__isnull=True)


def comments_in(partnership: Partnership) -> QuerySet[Comment]:
    """Every comment and reply of the partnership, to find one."""
    found = Comment.objects.filter(strategy_version__strategy__partnership=partnership)
    return found.select_related("strategy_version__strategy", "replies_to", *PEOPLE)


def comments_on(version: Version) -> QuerySet[Comment]:
    """The comments on a version, the withdrawn ones included, in the order they were made; each with its replies."""
    return _with_replies(version.comments.filter(replies_to__isnull=True))


def comments_of(strategy: Strategy) -> QuerySet[Comment]:
    """The comments on all versions of a strategy, those on the newest first; each with its version and its replies."""
    found = Comment.objects.filter(strategy_version__strategy=strategy, replies_to__isnull=True)
    return _with_replies(found.select_related("strategy_version").order_by("-strategy_version__number", "made_at", "pk"))


def open_comments(of: Version | Strategy) -> QuerySet[Comment]:
    """The comments on a version, or on any version of a strategy, that nobody has answered. Replies and withdrawn ones wait for nothing."""
    where = {"strategy_version": of} if isinstance(of, Version) else {"strategy_version__strategy": of}
    return Comment.objects.filter(OPEN, **where).select_related("strategy_version", "author").order_by("strategy_version__number", "pk")


def open_comments_on_section(section: Section) -> QuerySet[Comment]:
    """The comments without an answer that were made on a section of the draft, in whichever version, those on the newest first."""
    found = open_comments(section.strategy).filter(section_key=str(section.pk))
    return found.order_by("-strategy_version__number", "pk")


def open_comments_by_strategy(partnership: Partnership) -> dict[int, int]:
    """Key of a strategy -> how many comments on it have no answer; those with none are left out."""
    found = Comment.objects.filter(OPEN, strategy_version__strategy__partnership=partnership)
    counted = found.order_by().values_list("strategy_version__strategy").annotate(waiting=Count("pk"))
    return dict(counted)


def replies_to(comment: Comment) -> QuerySet[Comment]:
    """The replies that were not withdrawn, in order."""
    return comment.replies.filter(withdrawn_on__isnull=True).select_related("author").order_by("made_at", "pk")


def comment_counts(of: Version | Strategy) -> dict[str, int]:
    """How many comments there are, the withdrawn ones left out: `all`, and `open` of them."""
    where = {"strategy_version": of} if isinstance(of, Version) else {"strategy_version__strategy": of}
    standing = Comment.objects.filter(replies_to__isnull=True, withdrawn_on__isnull=True, **where)
    return standing.aggregate(all=Count("pk"), open=Count("pk", filter=OPEN))


def with_comment_counts(versions: QuerySet[Version]) -> QuerySet[Version]:
    """The same of each version: `comments_all`, and `comments_open` of them."""
    standing = Comment.objects.filter(replies_to__isnull=True, withdrawn_on__isnull=True, strategy_version=OuterRef("pk"))

    def number(comments: QuerySet[Comment]) -> Coalesce:
        counted = comments.order_by().values("strategy_version").annotate(number=Count("pk")).values("number")
        return Coalesce(Subquery(counted), 0)

    return versions.annotate(comments_all=number(standing), comments_open=number(standing.filter(OPEN)))


def versions_to_compare(strategy: Strategy) -> QuerySet[Version]:
    """The typed versions of a strategy, newest first, with their text."""
    return strategy.versions.filter(form="typed").order_by("-number")


def last_read_before(version: Version, reader: User) -> Version | None:
    """The newest typed version of the same strategy, older than this one, that a person has read to its end."""
    read = VersionRead.objects.filter(user=reader, strategy_version__strategy_id=version.strategy_id, strategy_version__form="typed")
    found = read.filter(strategy_version__number__lt=version.number).select_related("strategy_version")
    newest = found.order_by("-strategy_version__number").first()
    return newest.strategy_version if newest else None


def reading_of(version: Version, reader: User) -> VersionRead | None:
    """When a person read a version to its end, if they did."""
    return version.read_by.filter(user=reader).first()


def members_to_tell(partnership: Partnership, but: User) -> QuerySet[User]:
    """Whom somebody may tell of a comment: everybody else with a role in the partnership whose account is open."""
    found = User.objects.filter(
        is_active=True, grants__partnership=partnership, grants__role__in=IN_PARTNERSHIP, grants__ended_on__isnull=True
    )
    return found.exclude(pk=but.pk).distinct().order_by("name")


def _with_replies(comments: QuerySet[Comment]) -> QuerySet[Comment]:
    replies = Comment.objects.select_related("author").order_by("made_at", "pk")
    return comments.select_related(*PEOPLE).prefetch_related(Prefetch("replies", replies))
