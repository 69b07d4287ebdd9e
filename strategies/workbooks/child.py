"""The process that reads one workbook. It opens no connection and starts no program; see svduty/pdf/child.py."""

import io
import json
import sys
import time

from svduty.pdf.child import give, hold_to, peak_mb, refuse_the_outside, run, tell


def main(memory_mb: int, seconds: int, size_mb: int) -> None:
    began = time.monotonic()
    hold_to(memory_mb, seconds, size_mb)
    content = sys.stdin.buffer.read()
    from strategies.workbooks.cells_of import cells_of
    from strategies.workbooks.found import WorkbookRefused

    sys.addaudithook(refuse_the_outside)
    try:
        given = cells_of(io.BytesIO(content)).to_json()
    except WorkbookRefused as refused:
        given = json.dumps({"refused": str(refused)}).encode()
    give(given, size_mb)
    tell(peak_mb=peak_mb(), seconds=round(time.monotonic() - began, 3))


if __name__ == "__main__":
    run(main)
