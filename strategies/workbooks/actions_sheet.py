"""The action plan as a workbook: one sheet of its actions with a place for news, one of the steps on their way."""

from typing import Any

from strategies.workbooks.columns import NEW, Choices, Column, Held, Kind, SheetKind, reference_and_version
from strategies.workbooks.says import plain
from svduty import dates

REFERENCE, VERSION = reference_and_version()
STATE, WORDS, REASON, NEXT, ON = (f"{NEW}{name}" for name in ("state", "words", "reason", "next_on", "on"))

ACTIONS = SheetKind(
    name="Actions",
    record="action",
    one="action",
    columns=(
        REFERENCE,
        Column("title", "What will be done", 38, needed=True),
        Column("owner", "Which body does it", 22, Kind.CHOICE, "bodies"),
        Column("post", "Which post", 20, most=200),
        Column("due", "To be done by", 15, Kind.DATE),
        Column("standing", "Where it stands", 11, locked=True),
        Column("said", "Last news", 38, locked=True),
        Column(STATE, "New: how is it going?", 15, Kind.CHOICE, "states"),
        Column(WORDS, "New: what happened?", 42, most=5000),
        Column(REASON, "New: why", 30, most=2000),
        Column(NEXT, "New: next news by", 17, Kind.DATE),
        Column(ON, "New: on which day", 17, Kind.DAY),
        Column("objective", "The objective it serves", 30, Kind.CHOICE, "objectives"),
        Column("description", "More about it", 42, most=5000),
        Column("starts", "From", 17, Kind.DATE),
        Column("prevention", "Kind of prevention", 24, Kind.CHOICE, "prevention"),
        Column("finding", "The finding it answers", 12, Kind.COUNT),
        Column("theme", "Theme of the regional plan", 28, Kind.CHOICE, "themes"),
        Column("stream", "The money behind it", 24, Kind.CHOICE, "streams"),
        Column("relevant_authority", "School, college, prison or youth custody body asked to act", 28, Kind.CHOICE, "bodies"),
        Column("contact", "Where to ask for news", 30, Kind.MAIL, most=254),
        VERSION,
    ),
    printed=7,
)
STEPS = SheetKind(
    name="Steps",
    record="milestone",
    one="step",
    columns=(
        REFERENCE,
        Column("action", "Reference of its action", 14, Kind.COUNT, needed=True),
        Column("action_title", "Action", 44, locked=True),
        Column("title", "Step", 44, most=200, needed=True),
        Column("due", "By", 18, Kind.DATE),
        Column("reached_on", "Reached on", 18, Kind.DATE),
        VERSION,
    ),
    printed=6,
    owner="action",
)
GUIDANCE = (
    "Fill in the white cells of the sheets “Actions” and “Steps”. The grey ones are ours: they tell which row is which. Leave them, and "
    "the rows, as they are; order and filter them as you like.",
    "To give news of an action, use the columns that begin with “New”: choose how it is going, say what happened, and, where it is at "
    "risk, late or stopped, why. Leave them empty where you have no news.",
    "To change an action, write over what stands there. To add one, use the first empty row and leave its reference empty. Deleting a row "
    "takes nothing away: an action is withdrawn in the service, with a reason.",
    "A date may be a day, a month, a season or a year: 20 February 2027, February 2027, Spring 2027, 2027.",
    "Write what you see as plain words and figures. Formulas, merged cells and pictures are not taken.",
    "Name posts, not people. Never name victims, suspects or patients.",
    "Save it as an Excel workbook (.xlsx) and send it back to whoever sent it to you. They see each change before anything is kept.",
)


def held_action(action: Any, standing: Any, newest: Any, lists: dict[str, Choices]) -> Held:
    """`standing`: of strategies.delivery, as at the day of the workbook; `newest`: the newest news, or None."""
    news = f"{dates.say_short(standing.said_on)}: {standing.words}" if standing.said_on and standing.words else standing.words
    cells = {
        "title": plain(action.title),
        "owner": lists["bodies"].words(action.owner_id),
        "post": plain(action.post),
        "due": str(action.due or ""),
        "standing": standing.says,
        "said": " ".join(part for part in (news, standing.reason) if part),
        "objective": lists["objectives"].words(action.objective_id),
        "description": plain(action.description),
        "starts": str(action.starts or ""),
        "prevention": lists["prevention"].words(action.prevention),
        "finding": str(action.finding or ""),
        "theme": lists["themes"].words(action.theme_id),
        "stream": lists["streams"].words(action.stream_id),
        "relevant_authority": lists["bodies"].words(action.relevant_authority_id),
        "contact": plain(action.contact),
    }
    last = {STATE: newest.get_state_display(), WORDS: plain(newest.words), REASON: plain(newest.reason)} if newest else {}
    return Held(action.pk, action.version, action.title, cells, subject=subject_of(action), last=last, last_on=standing.said_on)


def held_step(step: Any, action: Any) -> Held:
    cells = {
        "action": str(step.action_id),
        "action_title": plain(action.title),
        "title": plain(step.title),
        "due": str(step.due or ""),
        "reached_on": str(step.reached_on or ""),
    }
    return Held(step.pk, step.version, step.title, cells, belongs=step.action_id, subject=subject_of(action))


def subject_of(action: Any) -> tuple[str, str]:
    return f"action-{action.pk}", str(action.title)
