from strategies.actions.freeze_version import draft
from strategies.kept import KeptSection
from strategies.models import Strategy


def drafted_sections(strategy: Strategy) -> list[KeptSection]:
    """The working draft as a version recorded now would keep it."""
    return [KeptSection(section["key"], section["heading"], section["text"]) for section in draft(strategy)]
