from typing import Any

from django import forms

from partnerships import queries, queries_boards
from partnerships.board_notes import about_seat
from partnerships.forms.lasting import LastingForm
from partnerships.forms.named_body import body_name, offer_bodies, typed_body
from partnerships.models import Organisation, Seat
from partnerships.models.board import SeatKind
from partnerships.seat_clashes import clash
from svduty import clock
from svduty.editing.cautious import Caution, CautiousForm

KIND_HINTS = {
    SeatKind.CHAIR: "Counted besides the others where the quorum asks for the chair. Any body may chair, the policing body included.",
    SeatKind.NON_VOTING: "Counts towards the quorum only where that is a part of all members.",
}


class SeatForm(CautiousForm[Seat], LastingForm):
    """One place on a board."""

    instance: Seat
    looked_for: str
    mark_optional = False
    new_organisation = body_name()
    field_order = ["kind", "post", "organisation", "new_organisation", "deputy", "deputy_authority", "starts", "ends", "capacity"]

    class Meta:
        model = Seat
        fields = ["kind", "post", "organisation", "deputy", "deputy_authority", "starts", "ends", "capacity"]
        widgets = {"kind": forms.RadioSelect}
        help_texts = {
            "post": "The post, not a person's name, for example Borough Commander. It is all that must be filled.",
            "starts": "Leave it empty if it is not known.",
            "organisation": "Leave it empty if it speaks for no body.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        partnership = self.instance.board.partnership
        organisation, capacity, kind = (self.fields[name] for name in ("organisation", "capacity", "kind"))
        organisation.empty_label = "None"  # type: ignore[attr-defined]
        offer_bodies(self, partnership)
        capacity.queryset = queries.authority_types()  # type: ignore[attr-defined]
        capacity.empty_label = "Every way in which the body takes part"  # type: ignore[attr-defined]
        kind.choice_hints = KIND_HINTS  # type: ignore[attr-defined]  # read when it is drawn

    def clean_post(self) -> str:
        return " ".join(self.cleaned_data["post"].split())

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        name = " ".join((cleaned.get("new_organisation") or "").split())
        if name and cleaned.get("organisation") and name == self.looked_for:
            name = ""
        elif name and cleaned.get("organisation"):
            self.add_error("new_organisation", "Choose a body from the list or type a name, not both.")
        elif name:
            found = typed_body(self, self.instance.board.partnership, name)
            cleaned["organisation"] = found if isinstance(found, Organisation) else None
        # A body nobody has entered yet: it is added when the seat is.
        cleaned["new_body"] = name if name and not cleaned.get("organisation") else ""
        if not self.errors:
            taken = clash(self._meant(cleaned), queries_boards.seats_of(self.instance.board))
            if taken:
                self.add_error(taken.field, taken.sentence)
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        return about_seat(self._meant(cleaned), queries.duty_holders_of(self.instance.board.partnership), clock.today())

    def _meant(self, cleaned: dict[str, Any]) -> Seat:
        names = ("kind", "post", "organisation", "starts", "ends", "capacity")
        seat = Seat(pk=self.instance.pk, **{name: cleaned[name] for name in names if name in cleaned})
        if cleaned["new_body"]:
            seat.organisation = Organisation(name=cleaned["new_body"])
        return seat
