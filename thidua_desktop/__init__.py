"""thidua_desktop: plans, nominations, awards, council and reports of one office in one file."""

__version__ = "0.1.0"
