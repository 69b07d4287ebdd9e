"""Personal links are secrets of their receivers: no line of our log shows one."""

import logging
import re

LINK = re.compile(r"(/link/)[^/\s\"'?]+")


class HideLinks(logging.Filter):
    """Blanks the token in whatever is about to be written, whoever wrote it."""

    def filter(self, record: logging.LogRecord) -> bool:
        told = record.getMessage()
        if "/link/" in told:
            record.msg, record.args = LINK.sub(r"\1...", told), None
        return True
