"""What the partnership writes: strategies, their draft and frozen versions, and what happened to each version."""

from strategies.models.publication import Publication
from strategies.models.strategy import Section, Strategy
from strategies.models.version import Approval, SensitivityCheck, Version

__all__ = ["Approval", "Publication", "Section", "SensitivityCheck", "Strategy", "Version"]
