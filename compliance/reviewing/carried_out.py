"""What was done: the strategy's actions and the news of them. Pure: from records that are given."""

from collections.abc import Iterable

from compliance.reviewing.block import Block, Row, Span, counted, shortened
from strategies.delivery import Standing, newest_first, standing_of
from strategies.models import Action, ProgressUpdate
from strategies.models.progress import Progress
from svduty import dates

QUOTED = 8
ORDER = ("Done", "Stopped", "Late", "At risk", "On track", "No news yet")


def actions_block(actions: Iterable[Action], span: Span) -> Block:
    """Each action of the strategy that was open in this time. Those that were over before it are left out."""
    lines = [line for action in actions if (line := _line(action, span))]
    lines.sort(key=lambda line: (ORDER.index(line[0]), line[2].cells[0]))
    groups = [name for name, _, _ in lines]
    silent = sum(1 for _, is_silent, _ in lines if is_silent)
    parts = [f"{groups.count(name)} {name.lower()}" for name in ORDER if name in groups]
    said = f"{counted(len(lines), 'action')}: {', '.join(parts)}." if lines else "No action was under way in this time."
    if silent:
        said += f" Of {silent} that {'is' if silent == 1 else 'are'} open no news came in this time."
    return Block(
        key="actions",
        title="Actions done and not done",
        said=said,
        source="the actions and their news",
        route="delivery",
        columns=("Action", "Who", "Due", "How it stands"),
        rows=tuple(row for _, _, row in lines),
    )


def _line(action: Action, span: Span) -> tuple[str, bool, Row] | None:
    told = list(action.told)  # type: ignore[attr-defined]  # prefetched
    stands = standing_of(action.due, told, span.on)
    if stands.over and stands.said_on and stands.said_on <= span.since:
        return None
    silent = stands.open and not any(span.holds(one.on) for one in told)
    group = "Late" if stands.open and stands.behind else stands.says
    due = str(action.due) if action.due else "Not set"
    row = Row((action.title, action.owner_words or "Nobody named", due, _how(group, stands, silent)), "action", action.pk)
    return group, silent, row


def _how(group: str, stands: Standing, silent: bool) -> str:
    parts = [group]
    if stands.over and stands.said_on:
        parts = [f"{group}, {dates.say_short(stands.said_on)}"]
    elif stands.late:
        parts = [f"Late by {dates.say_days(stands.late_by)}"]
    if stands.reason:
        parts.append(shortened(stands.reason, 160).rstrip("."))
    if silent and stands.said_on:
        parts.append(f"no news since {dates.say_short(stands.said_on)}")
    return ": ".join(parts[:2]) + "".join(f"; {part}" for part in parts[2:])


def news_block(news: Iterable[ProgressUpdate], span: Span) -> Block:
    """The newest words that were said about actions; "nothing has changed" is no news to quote. What was done comes first."""
    told = [one for one in newest_first(news, span.on) if span.holds(one.on) and one.words and not one.no_change]
    worth = sorted(told, key=lambda one: one.state != Progress.DONE)[:QUOTED]
    said = f"{counted(len(told), 'piece')} of news in words." if told else "Nobody sent news in words in this time."
    if len(told) > QUOTED:
        said += f" Quoted are {QUOTED}: what was done, then the newest."
    rows = [Row((str(one.on), _about(one), shortened(one.words))) for one in worth]
    return Block("news", "News worth quoting", said, "the news of actions", "delivery", ("Day", "About", "What was said"), tuple(rows))


def _about(news: ProgressUpdate) -> str:
    return "; ".join(action.title for action in news.actions.all())
