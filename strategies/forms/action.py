from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.db.models import QuerySet

from strategies import delivery_cautions as cautions
from strategies import queries_delivery as queries
from strategies.action_lines import lines_of
from strategies.forms.delivered import NO_NAMES, POST_HINT, in_order, offer
from strategies.models import Action
from strategies.models.delivery import Prevention
from strategies.queries_owners import bodies_to_name, bodies_to_own
from strategies.waiting_circle import circle_through
from svduty import clock
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.layout import Details

MORE = ("relevant_authority", "prevention", "finding", "theme", "stream", "needs")


class ActionForm(CautiousForm[Action]):
    """What is done, by whom, by when; and what it answers, waits for and is paid from."""

    mark_optional = False

    class Meta:
        model = Action
        fields = ["title", "description", "objective", "owner", "post", "contact", "starts", "due", *MORE]
        widgets = {
            "title": forms.Textarea(attrs={"rows": 2}),
            "description": forms.Textarea(attrs={"rows": 4}),
            "needs": forms.CheckboxSelectMultiple,
        }
        labels = {"needs": "It has to wait for these actions"}
        help_texts = {
            "title": "One thing, so that everybody can see when it is done. For example: Open the youth space on Friday nights.",
            "description": f"If more needs saying. {NO_NAMES}",
            "post": POST_HINT,
            "contact": "The mail address of the post. We ask there for news; nobody needs an account to answer.",
            "starts": "For example April 2027.",
            "due": "A day, a month or a season: 30 6 2027, June 2027, Summer 2027. It is late only after the last day this can mean.",
            "relevant_authority": "Only where the strategy itself asks such a body to do this (section 8(5)). Leave it empty otherwise.",
            "finding": "Its number in the needs assessment behind the strategy, for example 3.",
            "stream": "The grant or budget that pays for it.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        partnership, action = self.instance.partnership, self.instance
        offer(self, "objective", queries.objectives_to_choose(partnership, action.objective_id), "None of them")
        offer(self, "owner", bodies_to_own(partnership, action.owner_id), "Nobody yet")
        offer(self, "relevant_authority", bodies_to_name(partnership, action.relevant_authority_id), "None")
        offer(self, "theme", queries.themes_to_choose(partnership, action.theme_id), "None")
        offer(self, "stream", queries.streams_to_choose(partnership, action.stream_id), "Not said")
        offer(self, "needs", _to_wait_for(action), "")
        fields: Any = self.fields
        fields["prevention"].choices = [("", "Not said"), *Prevention.choices]
        if "needs" in fields:
            wrong = "Choose among this partnership's other actions."
            fields["needs"].error_messages |= {"invalid_choice": wrong, "invalid_pk_value": wrong}
        self.helper.layout = Layout(  # type: ignore[attr-defined]  # put there by the base
            "seen_version",
            Fieldset("What", *self._there("title", "description", "objective")),
            Fieldset("Who", *self._there("owner", "post", "contact")),
            Fieldset("When", "starts", "due"),
            Details("More: schools and prisons, what it answers, the money, what it waits for", *self._there(*MORE)),
        )

    def _there(self, *names: str) -> list[str]:
        return [name for name in names if name in self.fields]

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if not in_order(cleaned.get("starts"), cleaned.get("due")):
            self.add_error("due", f"It begins in or on {cleaned['starts']}, so it cannot be done by {cleaned['due']}. Enter a later date.")
        if self.instance.pk and cleaned.get("needs"):
            self._refuse_circle(list(cleaned["needs"]))
        return super().clean()

    def _refuse_circle(self, needs: list[Action]) -> None:
        found = circle_through(self.instance.pk, [need.pk for need in needs], queries.waits_in(self.instance.partnership))
        if not found:
            return
        titles = dict(queries.standing_actions(self.instance.partnership).filter(pk__in=found).values_list("pk", "title"))
        named = [f"“{titles.get(pk, self.instance.title)}”" for pk in found]
        chain = f"{named[0]} would wait for {', which waits for '.join(named[1:])}"
        self.add_error("needs", f"They would wait for one another for ever: {chain}. Take one of them out.")

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        partnership, objective = self.instance.partnership, cleaned.get("objective")
        return [
            *cautions.about_owner(partnership, cleaned.get("owner")),
            *cautions.about_relevant(partnership, cleaned.get("relevant_authority")),
            *cautions.about_finding(objective.strategy if objective else None, cleaned.get("finding")),
            *cautions.about_waiting(cleaned.get("due"), cleaned.get("needs") or []),
        ]


def _to_wait_for(action: Action) -> QuerySet[Action]:
    """The other actions that are still open today, and those it waits for already."""
    beside = queries.actions_beside(action.partnership, action)
    waits_for = set(action.needs.values_list("pk", flat=True)) if action.pk else set()
    over = [line.action.pk for line in lines_of(queries.with_news(beside), clock.today()) if line.standing.over]
    return beside.exclude(pk__in=set(over) - waits_for)
