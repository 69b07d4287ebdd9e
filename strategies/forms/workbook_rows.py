"""The rows of a workbook as records: the forms of their pages, filled in from cells. Warnings were the officer's to weigh when ticking."""

import datetime
from typing import Any

from django.http import QueryDict

from partnerships.models import Partnership, User
from strategies.forms.action import ActionForm
from strategies.forms.funding_line import FundingLineForm
from strategies.forms.milestone import MilestoneForm
from strategies.forms.progress import ProgressForm
from strategies.forms.reading import ReadingForm
from strategies.models import Action, FundingLine, Milestone, ProgressUpdate, Reading
from strategies.queries_delivery import standing_actions
from strategies.workbooks.columns import NEW, Choices, Kind, SheetKind
from svduty.editing.conflict import as_sent
from svduty.editing.financial_year import read_financial_year
from svduty.editing.forms import RecordForm

SENT = {Kind.YES: "on"}


class Weighed:
    """Its warnings are no question any more. What they say goes into the history."""

    @property
    def ticked(self) -> bool:
        return True


class ActionRowForm(Weighed, ActionForm):
    pass


class StepRowForm(Weighed, MilestoneForm):
    pass


class ReadingRowForm(Weighed, ReadingForm):
    pass


class AmountRowForm(Weighed, FundingLineForm):
    pass


OWNED: dict[str, tuple[Any, str]] = {
    "milestone": (Milestone, "action"),
    "reading": (Reading, "measure"),
    "fundingline": (FundingLine, "stream"),
}
ROW_FORMS: dict[str, type[RecordForm[Any]]] = {
    "action": ActionRowForm,
    "milestone": StepRowForm,
    "reading": ReadingRowForm,
    "fundingline": AmountRowForm,
}


def row_form(record: str, instance: Any, cells: dict[str, str], sheet: SheetKind, lists: dict[str, Choices]) -> RecordForm[Any]:
    """The form of a record with those cells put in and everything else as it stands."""
    kind = ROW_FORMS[record]
    data = as_it_stands(kind(instance=instance))
    for key, words in cells.items():
        column = sheet.column(key)
        data[key] = _sent(words, column.kind, lists.get(column.choices))
    return kind(data, instance=instance)


def news_form(
    action: Action, cells: dict[str, str], sheet: SheetKind, lists: dict[str, Choices], *, on: datetime.date, actor: User, label: str
) -> ProgressForm:
    """News of an action, as it stands in its row. `label`: who filled the workbook in."""
    partnership: Partnership = action.partnership
    data = QueryDict(mutable=True)
    for key, words in cells.items():
        column = sheet.column(key)
        data[key.removeprefix(NEW)] = _sent(words, column.kind, lists.get(column.choices))
    data["actions"] = str(action.pk)
    update = ProgressUpdate(partnership=partnership, said_by=actor, said_on=on, by_label=label)
    return ProgressForm(data, instance=update, about=[action], on=on, possible=standing_actions(partnership))


def as_it_stands(form: RecordForm[Any]) -> QueryDict:
    """What a browser would send if nobody changed anything."""
    data = QueryDict(mutable=True)
    for name in form.fields:
        held = vars(form.instance).get(name)
        # As it is kept, to the last line end: a text that nobody changed is not to look changed.
        data.setlist(name, [held] if isinstance(held, str) else as_sent(form[name]))
    return data


def _sent(words: str, kind: Kind, choices: Choices | None) -> str:
    if not words:
        return ""
    if kind == Kind.CHOICE and choices:
        return choices.value(words)
    return str(read_financial_year(words)) if kind == Kind.YEAR else SENT.get(kind, words)


def new_record(record: str, owner: Any, partnership: Partnership) -> Any:
    """An empty one of that kind. `owner`: the record it belongs to, if it belongs to one."""
    if record == "action":
        return Action(partnership=partnership)
    model, field = OWNED[record]
    return model(**{field: owner})
