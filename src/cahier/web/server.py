"""Serving the site from one process: to this computer alone, or to the phones in the room."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.utils.translation import gettext as _

FIRST_PORT = 8000
THREADS = 8


def new_pin() -> str:
    """Return six digits that are hard to guess in five tries a minute."""
    return f"{secrets.randbelow(1_000_000):06d}"


def room_address() -> str:
    """Return this computer's address in the room's network; 127.0.0.1 where there is none.

    Nothing is sent: connecting a datagram socket only asks the system which way it would go.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        address: str = probe.getsockname()[0]
        return address


def let_room_in(pin: str) -> str:
    """Open the site to other devices that show the PIN; return the address they type.

    Only in this mode do cookies travel without HTTPS to other devices; every page says so.
    """
    address = room_address()
    settings.CAHIER_PIN = pin
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, address]
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False
    return address


def invitation(address: str, port: int, pin: str) -> str:
    """Return what the terminal shows the room: a QR code, the address, the PIN, a warning."""
    import io

    import segno

    url = f"http://{address}:{port}/"
    drawn = io.StringIO()
    segno.make(url, error="m").terminal(out=drawn, compact=True)
    lines = [
        drawn.getvalue(),
        _("Phones in the room: {url}").format(url=url),
        _("PIN: {pin}").format(pin=pin),
        _("This is plain Wi-Fi without encryption. Use it only in a room and a network that you know."),
    ]
    return "\n".join(lines)


def serve(
    host: str = "127.0.0.1",
    port: int = 0,
    *,
    lan: bool = False,
    pin: str = "",
    say: Callable[[str], None] = lambda line: None,
) -> None:
    """Serve until interrupted. ``lan`` lets phones in with a PIN (a fresh one if none is given).

    Port 0 takes the first free one from 8000 on. The process for long work is started with the site and
    ends with it. ``say`` receives the lines for the terminal. Raises ``OSError`` if the port is taken.
    """
    from waitress.server import create_server

    from cahier.jobs.worker import start_worker

    port = port or free_port(host)
    if lan:
        pin = pin or new_pin()
        say(invitation(let_room_in(pin), port, pin))
        host = "0.0.0.0"  # noqa: S104  the room's network, behind the PIN
    server = create_server(get_wsgi_application(), host=host, port=port, threads=THREADS, ident="Cahier")
    shown = "127.0.0.1" if lan else host
    stop_worker = start_worker()
    try:
        say(_("Cahier is open at {url}").format(url=f"http://{shown}:{port}/"))
        server.run()
    finally:
        stop_worker()
        server.close()


def free_port(host: str) -> int:
    """Return the first of the ports 8000 to 8019 that nobody uses here. Raises ``OSError`` if all are taken."""
    for port in range(FIRST_PORT, FIRST_PORT + 20):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as tried:
            if tried.connect_ex((host, port)) != 0:
                return port
    raise OSError(f"{FIRST_PORT} to {FIRST_PORT + 19} are all in use")
