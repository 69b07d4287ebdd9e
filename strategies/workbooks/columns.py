"""How our sheets are laid out: what each column holds and whether a partner may change it."""

import dataclasses
import datetime
import enum

REFERENCE, VERSION = "pk", "version"
NEW = "new_"  # what stands in such a column becomes a record of its own: news of the action in its row


class Kind(enum.StrEnum):
    TEXT = "text"
    MAIL = "mail"
    DATE = "date"  # a day, a month, a season or a year
    DAY = "day"
    CHOICE = "choice"
    COUNT = "count"  # a whole number from 1
    FIGURE = "figure"  # up to two decimals, less than nothing too
    MONEY = "money"
    YES = "yes"
    YEAR = "year"  # a financial year


@dataclasses.dataclass(frozen=True)
class Column:
    """`key`: the field of the record, or what it stands for. `choices`: by name, the list it is chosen from. `most`: characters.

    `locked`: nobody changes it in the workbook, and nothing is read from it but the reference and the version.
    """

    key: str
    heading: str
    width: int
    kind: Kind = Kind.TEXT
    choices: str = ""
    most: int = 300
    locked: bool = False
    needed: bool = False
    hidden: bool = False

    @property
    def is_new(self) -> bool:
        return self.key.startswith(NEW)


@dataclasses.dataclass(frozen=True)
class SheetKind:
    """`record`: what a row is, as audit events and forms know it; `one`: the same in words. `printed`: how many columns go on paper.

    `owner`: the column that names the record a row belongs to; only a new row says so. `given`: columns filled in by us in rows that we
    offer, which by themselves say nothing. `blank`: rows left for new ones.
    """

    name: str
    record: str
    one: str
    columns: tuple[Column, ...]
    printed: int
    owner: str = ""
    given: tuple[str, ...] = ()
    blank: int = 40
    frozen: int = 2

    @property
    def editable(self) -> tuple[Column, ...]:
        """Of the record itself."""
        return tuple(column for column in self.columns if not column.locked and not column.is_new)

    @property
    def news(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.is_new)

    def column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)


def reference_and_version() -> tuple[Column, Column]:
    return (
        Column(REFERENCE, "Reference", 11, Kind.COUNT, locked=True),
        Column(VERSION, "Version", 9, Kind.COUNT, locked=True, hidden=True),
    )


@dataclasses.dataclass(frozen=True)
class Choices:
    """Of one list. `shown`: words -> what a form takes, in the order of the drop-down. `also`: further words that are understood."""

    shown: dict[str, str]
    also: dict[str, str] = dataclasses.field(default_factory=dict)

    def value(self, words: str) -> str:
        """Raises KeyError for words that are not in it."""
        return self.shown[words] if words in self.shown else self.also[words]

    def named(self, typed: str) -> str | None:
        """The words as they stand in it, however their capitals and blanks are typed; None when they do not."""
        wanted = " ".join(typed.split()).casefold()
        return next((words for words in (*self.shown, *self.also) if " ".join(words.split()).casefold() == wanted), None)

    def words(self, value: object) -> str:
        """The words for what a form takes; nothing for nothing."""
        sought = "" if value is None else str(value)
        if not sought:
            return ""
        return next((words for words, held in (*self.shown.items(), *self.also.items()) if held == sought), "")


@dataclasses.dataclass(frozen=True)
class Held:
    """A record as it stands here. `cells`: by the key of its column, in the words of the workbook. `pk`: None for a row that is offered.

    `belongs`: the reference of the record it belongs to; `subject`: under which it is shown, and by what name. `last`: its newest news, by
    the keys of the columns for news, and `last_on` the day of it.
    """

    pk: int | None
    version: int
    title: str
    cells: dict[str, str]
    belongs: int | None = None
    subject: tuple[str, str] = ("", "")
    last: dict[str, str] = dataclasses.field(default_factory=dict)
    last_on: datetime.date | None = None


@dataclasses.dataclass(frozen=True)
class Sheet:
    kind: SheetKind
    rows: tuple[Held, ...]


@dataclasses.dataclass(frozen=True)
class Book:
    """A whole workbook of ours. `guidance`: for the sheet that says how to fill it in, one paragraph each."""

    kind: str
    title: str
    slug: str
    made_on: str
    sheets: tuple[Sheet, ...]
    lists: dict[str, Choices]
    guidance: tuple[str, ...]

    @property
    def file_name(self) -> str:
        return f"{self.title}, {self.made_on}"
