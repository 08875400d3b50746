"""The gate: does every reader get every page? Findings, their sources, and may this be merged."""

VERSION = "1.0.0"
