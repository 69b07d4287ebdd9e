"""Guards press every button: what a button asks for in the background waits in the queue, as it does until a worker comes."""

from typing import Any

import pytest

from tests.workers import QUEUE


@pytest.fixture(autouse=True)
def _nobody_works_in_the_background(settings: Any) -> None:
    settings.TASKS = QUEUE
