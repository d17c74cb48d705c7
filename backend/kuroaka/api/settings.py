"""What whoever runs the service may set, by the environment: all of it is here."""

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """``address`` is where the world finds the service, such as ``https://kuroaka.example/``: links to itself are made
    of it, or of the Host header if it is empty. ``kept_bytes`` is the room for answers that are kept, ``seconds`` of
    a processor what one answer may take, ``patience`` in how many it must find one, ``notice`` for how many a process
    that is told to leave says so before it takes no more.
    """

    address: str = ""
    kept_bytes: int = 64 * 1024 * 1024
    seconds: float = 1.0
    patience: float = 1.0
    notice: float = 1.0

    @classmethod
    def of(cls, environment: "os._Environ[str] | dict[str, str]") -> "Settings":
        """The settings of an environment.

        >>> Settings.of({"KUROAKA_ADDRESS": "https://kuroaka.example", "KUROAKA_KEPT_BYTES": "1000"})
        Settings(address='https://kuroaka.example/', kept_bytes=1000, seconds=1.0, patience=1.0, notice=1.0)
        """
        address = environment.get("KUROAKA_ADDRESS", "")
        kept = int(environment.get("KUROAKA_KEPT_BYTES", cls.kept_bytes))
        seconds = float(environment.get("KUROAKA_SECONDS", cls.seconds))
        patience = float(environment.get("KUROAKA_PATIENCE", cls.patience))
        notice = float(environment.get("KUROAKA_NOTICE", cls.notice))
        return cls(f"{address.rstrip('/')}/" if address else "", kept, seconds, patience, notice)


SETTINGS = Settings.of(os.environ)
