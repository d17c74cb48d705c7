"""The version, in the one place where it stands: the package, the service and the program say it."""

__version__ = "0.1.0"
