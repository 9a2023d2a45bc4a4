"""thidua_desktop: the award officer's plans, nominations, register, council and reports in one file."""

__version__ = "0.1.0"
