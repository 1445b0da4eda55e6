"""The drawings in a real browser, with real letters: nothing collides, nothing is cut off."""

import pytest

from cahier.web.charts.radar import Axis
from chart_samples import ALL, NAMES, a_gantt, a_radar
from helpers.browser import CHROMIUM

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium found; install one with: apt-get install chromium"),
]

FAULTS = """() => {
  const found = [];
  for (const svg of document.querySelectorAll("svg[role=img]")) {
    const frame = svg.getBoundingClientRect();
    const all = [...svg.querySelectorAll("text")].map(e => [e.textContent, e.getBoundingClientRect()]);
    all.forEach(([words, a], i) => {
      if (a.left < frame.left - 1 || a.right > frame.right + 1) found.push("cut off: " + words);
      for (const [other, b] of all.slice(i + 1)) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 1 && down > 3.5) found.push(words + " on " + other);
      }
    });
  }
  return found;
}"""


@pytest.fixture(scope="module")
def page():
    sync = pytest.importorskip("playwright.sync_api")
    radars = [
        a_radar([Axis(name, 10 + i) for i, name in enumerate(NAMES[:number])], name=f"r{number}")
        for number in range(3, 13)
    ]
    charts = [make() for make in ALL] + radars + [a_gantt(width=720)]
    drawn = "".join(f'<figure style="margin:0">{chart.svg}</figure>' for chart in charts)
    with sync.sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        opened = browser.new_page()
        opened.set_content(f"<style>svg {{ max-width: 100%; display: block }}</style>{drawn}")
        yield opened
        browser.close()


@pytest.mark.parametrize("font", ["DejaVu Sans", "Liberation Sans", "serif"])
@pytest.mark.parametrize("width", [320, 360, 900])
def test_nothing_collides_and_nothing_is_cut_off(page, width, font):
    page.set_viewport_size({"width": width, "height": 800})
    page.add_style_tag(content=f'text {{ font-family: "{font}", {font} }} .c-b {{ font-weight: 700 }}')
    assert page.evaluate(FAULTS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_check_itself_sees_a_collision(page):
    page.evaluate("() => document.querySelector('text').setAttribute('x', 2000)")
    assert page.evaluate(FAULTS)
    page.evaluate("() => document.querySelectorAll('svg').forEach(e => e.remove())")
    assert page.evaluate(FAULTS) == []
