"""What the service bears, measured from outside: ``make load``."""
