"""Named reads for what is taken away, and for documents read for a draft."""

from django.db.models import Prefetch, QuerySet

from partnerships.models import Partnership, User
from strategies.models import Approval, ApprovalRound, Comment, DraftImport, IssuedPaper, Publication, Strategy, Version, Vote


def papers_in(partnership: Partnership) -> QuerySet[IssuedPaper]:
    return IssuedPaper.objects.filter(strategy__partnership=partnership).select_related("strategy", "strategy_version", "file")


def paper_made_from(strategy: Strategy, kind: str, made_from: str) -> IssuedPaper | None:
    """The paper that says exactly this."""
    return strategy.papers.filter(kind=kind, made_from=made_from).select_related("file").first()


def papers_of_version(version: Version) -> QuerySet[IssuedPaper]:
    """The newest first."""
    return version.papers.select_related("file")


def papers_of_draft(strategy: Strategy) -> QuerySet[IssuedPaper]:
    """The newest first."""
    return strategy.papers.filter(strategy_version=None).select_related("file")


def strategy_to_export(pk: int, partnership_pk: int) -> Strategy:
    """Raises Strategy.DoesNotExist when it is not that partnership's."""
    return Strategy.objects.select_related("partnership").get(pk=pk, partnership=partnership_pk)


def version_to_export(partnership: Partnership) -> QuerySet[Version]:
    """With all that stands on its cover."""
    publications = Publication.objects.order_by("id")
    return (
        Version.objects.filter(strategy__partnership=partnership)
        .select_related("strategy__partnership", "document")
        .prefetch_related("approvals", Prefetch("publications", publications), "strategy__areas")
    )


def comments_on(version: Version) -> list[Comment]:
    """Those that are no replies, in the order they were made, each with its replies."""
    replies = Comment.objects.select_related("author").order_by("made_at", "pk")
    found = version.comments.filter(replies_to=None).select_related("author", "answered_by").order_by("made_at", "pk")
    return list(found.prefetch_related(Prefetch("replies", replies)))


def rounds_of(version: Version) -> list[ApprovalRound]:
    """In the order they were opened, each with its votes by seat."""
    votes = Vote.objects.select_related("seat__organisation", "given_by").order_by("seat__position", "seat_id")
    found = version.rounds.select_related("board", "opened_by", "closed_by").order_by("opened_at", "pk")
    return list(found.prefetch_related(Prefetch("votes", votes)))


def approvals_beside_rounds(version: Version) -> list[Approval]:
    return list(version.approvals.filter(round=None).order_by("pk"))


def person_asking(pk: int | None) -> User | None:
    """Who asked for a task; a person who is gone is None."""
    return User.objects.filter(pk=pk or 0).first()


def imports_in(partnership: Partnership) -> QuerySet[DraftImport]:
    return DraftImport.objects.filter(strategy__partnership=partnership).select_related("strategy", "file", "read_by", "added_by")


def import_to_add(read: DraftImport) -> DraftImport:
    """As it stands now, locked until the transaction ends."""
    return DraftImport.objects.select_related("file").select_for_update(of=("self",)).get(pk=read.pk)


def waiting_import(strategy: Strategy, sha256: str) -> DraftImport | None:
    """The same document, read for the same draft and not added yet."""
    return strategy.imports.filter(file__sha256=sha256, added_at=None).first()
