"""The codes with which the child process says how it ended."""

REFUSED = 81
OUT_OF_MEMORY = 82
TOO_LARGE = 83
NO_ENGINE = 84
ENGINE_BROKE = 85
LOCKED = 86
UNREADABLE = 87
