"""Named reads for board packs."""

from django.db.models import QuerySet

from partnerships.models import ActorLabel, AgendaItem, BoardPack, LocalDefinition, Meeting, Partnership, SharingAgreement, User


def meeting_to_pack(pk: int, partnership_pk: int) -> Meeting:
    """Raises Meeting.DoesNotExist when it is not that partnership's."""
    return Meeting.objects.select_related("board__partnership").get(pk=pk, board__partnership=partnership_pk)


def person_asking(pk: int | None) -> User | None:
    """Who asked for a task; a person who is gone is None."""
    return User.objects.filter(pk=pk or 0).first()


def label_of_person(pk: int | None) -> str:
    """How the history calls them, though they may be gone."""
    label = ActorLabel.objects.filter(pk=pk or 0).first()
    return label.label if label else ""


def standing_items_of(meeting: Meeting) -> QuerySet[AgendaItem]:
    """In the order of the agenda."""
    return meeting.items.filter(withdrawn_on__isnull=True).select_related("paper").order_by("position", "pk")


def packs_in(partnership: Partnership) -> QuerySet[BoardPack]:
    return BoardPack.objects.filter(meeting__board__partnership=partnership).select_related("meeting__board", "file")


def packs_of(meeting: Meeting) -> QuerySet[BoardPack]:
    """The newest first."""
    return meeting.packs.select_related("file").order_by("-number")


def newest_pack_of(meeting: Meeting) -> BoardPack | None:
    return packs_of(meeting).first()


def definition_for_paper(partnership: Partnership, pk: int) -> LocalDefinition | None:
    return LocalDefinition.objects.filter(partnership=partnership, pk=pk).first()


def sharing_agreement_for_paper(partnership: Partnership, pk: int) -> SharingAgreement | None:
    return SharingAgreement.objects.filter(partnership=partnership, pk=pk).select_related("document").first()
