"""What whoever runs the service may set, by the environment: all of it is here."""

import os
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Settings:
    """``address`` is where the world finds the service, such as ``https://kuroaka.example/`` or, below a path,
    ``https://school.example/kuroaka/``: links to itself are made of it, or of where it listens if it is empty; nothing
    that a request says changes them. ``kept_bytes`` is the room for answers that are kept, ``seconds`` of
    a processor what one answer may take, ``patience`` in how many it must find one, ``notice`` for how many a process
    that is told to leave says so before it takes no more, ``guide`` the folder that `make docs` built, if
    it is neither in the package nor beside ``backend``.
    """

    address: str = ""
    kept_bytes: int = 64 * 1024 * 1024
    seconds: float = 1.0
    patience: float = 1.0
    notice: float = 1.0
    guide: str = ""

    @classmethod
    def of(cls, environment: "os._Environ[str] | dict[str, str]") -> "Settings":
        """The settings of an environment.

        >>> Settings.of({"KUROAKA_ADDRESS": "https://kuroaka.example", "KUROAKA_KEPT_BYTES": "1000"})
        Settings(address='https://kuroaka.example/', kept_bytes=1000, seconds=1.0, patience=1.0, notice=1.0, guide='')
        """
        address = environment.get("KUROAKA_ADDRESS", "")
        kept = int(environment.get("KUROAKA_KEPT_BYTES", cls.kept_bytes))
        seconds = float(environment.get("KUROAKA_SECONDS", cls.seconds))
        patience = float(environment.get("KUROAKA_PATIENCE", cls.patience))
        notice = float(environment.get("KUROAKA_NOTICE", cls.notice))
        return cls(public(address), kept, seconds, patience, notice, environment.get("KUROAKA_GUIDE", ""))

    @property
    def root(self) -> str:
        """The path below which the service stands, empty if it has its host for itself.

        >>> Settings(address="https://school.example/kuroaka/").root
        '/kuroaka'
        """
        return urlsplit(self.address).path.rstrip("/")


def public(address: str) -> str:
    """An address as links begin with it. Raises ValueError for what is none.

    >>> public("https://school.example/kuroaka")
    'https://school.example/kuroaka/'
    """
    parts = urlsplit(address)
    if address and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment):
        raise ValueError(f"no address of a service: {address}")
    return f"{address.rstrip('/')}/" if address else ""


SETTINGS = Settings.of(os.environ)
