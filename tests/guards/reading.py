import contextlib
from collections.abc import Iterator
from typing import Any


@contextlib.contextmanager
def read_to_its_end(answer: Any) -> Iterator[Any]:
    """Give an answer of the test client and afterwards read what is left of it, which closes the file it may be made from.

    Closing it by hand would end the database connection too, and with it the transaction of the test.
    """
    try:
        yield answer
    finally:
        b"".join(answer)
