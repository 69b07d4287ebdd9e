"""How each status of a duty looks and reads: its word, its letter, its tone and its shape."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Status:
    """`letter` is for tight places such as the oversight matrix; `tone` names a colour set; `shape` is a 16 by 16 SVG path."""

    code: str
    word: str
    letter: str
    tone: str
    shape: str


RING = "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 2a5 5 0 1 1 0 10A5 5 0 0 1 8 3z"
_STATUSES = [
    Status("MET", "Met", "M", "good", "M6.2 13.2 1.3 8.3l1.9-1.9 3 3 6.6-6.6 1.9 1.9z"),
    Status("MET_LATE", "Met late", "L", "good", "M5.2 9.6 1.3 5.7l1.5-1.5 2.4 2.4 5-5 1.5 1.5zM1 12h14v2.4H1z"),
    Status("DUE_LATER", "Due later", "-", "later", RING),
    Status("DUE_SOON", "Due soon", "S", "soon", RING + "M7 4.5h2v3.1l2.2 2.2-1.4 1.4L7 8.4z"),
    Status("OVERDUE", "Overdue", "O", "bad", "M8 .8 15.6 14.6H.4zM7 5.6v4.6h2V5.6zm0 5.7v1.9h2v-1.9z"),
    Status(
        "NOT_MET",
        "Not met",
        "N",
        "bad",
        "M3.3 1.4 8 6.1l4.7-4.7 1.9 1.9L9.9 8l4.7 4.7-1.9 1.9L8 9.9l-4.7 4.7-1.9-1.9L6.1 8 1.4 3.3z",
    ),
    Status(
        "CANNOT_TELL",
        "Cannot tell",
        "?",
        "quiet",
        "M8 1C5.4 1 3.8 2.6 3.7 4.9h2.2C6 3.7 6.7 2.9 8 2.9s2.1.7 2.1 1.8c0 .9-.5 1.4-1.4 2C7.4 7.5 6.9 8.3 6.9 9.7v.6h2.2v-.4"
        "c0-.9.4-1.3 1.3-1.9 1.3-.9 1.9-1.9 1.9-3.3C12.3 2.5 10.6 1 8 1zM6.7 12.2v2.5h2.5v-2.5z",
    ),
    Status("NOT_HELD", "Not held here", "H", "quiet", "M1 1h14v14H1zm2 2v10h10V3z"),
    Status("NOT_APPLICABLE", "Not applicable", "x", "quiet", "M1.5 6.7h13v2.6h-13z"),
]
STATUSES = {status.code: status for status in _STATUSES}
