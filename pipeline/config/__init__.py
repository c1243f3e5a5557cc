"""The configuration: ``[tool.policyglot]`` of ``pyproject.toml``, every key of which may be left out."""

from pipeline.config.read import PATH, read
from pipeline.config.requirements import OnIncomplete, Requirements
from pipeline.config.settings import Config, overlap

__all__ = ["PATH", "Config", "OnIncomplete", "Requirements", "overlap", "read"]
