"""Phones in the room: the laptop lets them in with a PIN, and nobody else."""

from __future__ import annotations

import pytest
from django.test import Client

from cahier.web import pin, server

PHONE = "192.168.1.20"


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    monkeypatch.setattr(pin, "_tried", pin.defaultdict(list))


@pytest.fixture
def room(settings, db):
    settings.CAHIER_PIN = "123456"
    return Client(REMOTE_ADDR=PHONE, headers={"accept-language": "en"})


def test_a_phone_is_asked_for_the_pin_and_then_let_in(room):
    assert room.get("/").status_code == 401
    answer = room.post("/", {"pin": " 123456 "})
    assert answer.status_code == 302
    assert answer.cookies["room"]["httponly"]
    assert "Books" in room.get("/").text


def test_a_wrong_pin_and_a_forged_cookie_do_not_open(room):
    assert room.post("/", {"pin": "000000"}).status_code == 403
    room.cookies["room"] = "123456"
    assert room.get("/").status_code == 401


def test_guessing_is_slowed_down(room):
    for _n in range(5):
        room.post("/", {"pin": "1"})
    answer = room.post("/", {"pin": "123456"})
    assert answer.status_code == 403
    assert "Too many tries" in answer.text


def test_the_laptop_itself_is_not_asked(settings, db, client):
    settings.CAHIER_PIN = "123456"
    assert client.get("/").status_code == 200


def test_every_page_says_that_the_wifi_is_not_encrypted(settings, db, client):
    assert "without encryption" not in client.get("/", headers={"accept-language": "en"}).text
    settings.CAHIER_PIN = "123456"
    assert "without encryption" in client.get("/", headers={"accept-language": "en"}).text


def test_letting_the_room_in_relaxes_only_the_cookies(settings, monkeypatch):
    monkeypatch.setattr(server, "room_address", lambda: "192.168.1.2")
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    assert server.let_room_in("424242") == "192.168.1.2"
    assert settings.CAHIER_PIN == "424242"
    assert "192.168.1.2" in settings.ALLOWED_HOSTS
    assert not settings.SESSION_COOKIE_SECURE
    assert settings.X_FRAME_OPTIONS == "DENY"


def test_the_invitation_shows_code_address_and_pin():
    text = server.invitation("192.168.1.2", 8000, "424242")
    assert "http://192.168.1.2:8000/" in text
    assert "424242" in text
    assert len(text.splitlines()) > 12


def test_pins_are_six_digits():
    assert all(len(server.new_pin()) == 6 and server.new_pin().isdigit() for _n in range(50))
