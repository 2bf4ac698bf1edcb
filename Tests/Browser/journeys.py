"""Walks through the page in Debian's Chromium, against the built program.

usage: journeys.py STEPUPD [SCREENSHOT_FOLDER]
Five screens give one injection each: by keys, by clicks, by scans and by touch. Then an analyzer
sends what a tumour in the left lobe would give, and every view is looked at: by axe, for its
targets and for what does not fit.
"""

import os
import sys
import tempfile

import doing
from axe_playwright_python.sync_playwright import Axe
from laboratory import BASE, Daemon, get, send, until
from playwright.sync_api import expect, sync_playwright

VIEWS = ["room", "map", "curves", "tubes", "plan", "line", "procedures", "report"]
SCREENS = {
    "wall": (1920, 1080), "laptop": (1280, 800), "touch": (1024, 768),
    "tablet": (820, 1180), "phone": (390, 844),
}
SITES = ["RHA", "LHA", "GDA", "SPA", "SMA"]
VEINS = ["RHV", "MHV", "LHV"]
SECONDS = [-120, 0, 30, 60, 90, 120]
MARKUP = "<img src=x onerror=document.title=1><b>bold</b>"


def label(number, vein, second):
    """The ID that the plan prints on a tube."""
    return f"T-{number:02}-{vein}-{'B' if second < 0 else ''}{abs(second):03}"


class Walk:
    """One browser with a screen of each kind."""

    def __init__(self, browser, shots):
        self.browser, self.shots, self.errors = browser, shots, []

    def screen(self, name, theme="dark", view="room", touch=False):
        """A page on the screen `name`."""
        width, height = SCREENS[name]
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, has_touch=touch)
        context.add_init_script(
            "if (!localStorage.getItem('stepupd.screen')) localStorage.setItem('stepupd.screen', "
            f"JSON.stringify({{theme: '{theme}'}}))")
        page = context.new_page()
        page.on("pageerror", lambda error: self.errors.append(f"{name}: {error}"))
        page.on("console", lambda said: said.type == "error" and "status of 4" not in said.text
                and "ERR_" not in said.text and self.errors.append(f"{name}: {said.text}"))
        page.goto(f"{BASE}/{view}")
        return page

    def shoot(self, page, name):
        """Keeps a picture, where a folder for them was given."""
        if self.shots:
            page.screenshot(path=os.path.join(self.shots, f"{name}.png"))


def done(number, vein, second):
    """Whether the daemon knows the tube as drawn."""
    [procedure] = [one for one in get("/api/procedures") if one["procedure"]["state"] == "open"]
    place = {"injection": number, "vein": vein, "second": second}
    return any(one.get("place") == place and one["state"] != "expected"
               for one in procedure["specimens"])


def open_procedure(walk):
    """By clicks alone, from the first look."""
    page = walk.screen("laptop")
    page.get_by_role("button", name="Open a procedure").click()
    page.get_by_label("Template").select_option("hepatic-three-veins")
    page.get_by_label("Patient's pseudonym").fill("TEST <b>1</b>")
    page.get_by_label("Label tag").fill("T")
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.locator(".hero .name")).to_have_text("RHA")
    expect(page.locator(".who")).to_have_text("Patient TEST <b>1</b>")
    page.context.close()


def by_keys(page, number):
    """One key a vein; two presses start the injection."""
    for second in SECONDS:
        if second == 30:
            page.keyboard.press("i")
            expect(page.locator(".is-armed")).to_have_count(1)
            page.wait_for_timeout(350)
            page.keyboard.press("i")
            expect(page.locator("step-seconds[since]")).to_have_count(1)
        for index, vein in enumerate(VEINS):
            page.keyboard.press(str(index + 1))
            until(label(number, vein, second), lambda: done(number, vein, second))


def by_clicks(page, number):
    """The large buttons, and the button of the site."""
    for second in SECONDS:
        if second == 30:
            page.locator(".site-button.primary").click()
            expect(page.locator("step-seconds[since]")).to_have_count(1)
        for vein in VEINS:
            page.locator(f"button.draw:has-text('{label(number, vein, second)}')").click()
            until(label(number, vein, second), lambda: done(number, vein, second))


def scan(page, text):
    """Types as a scanner does: faster than a loaded machine could pass single keys on."""
    page.evaluate("""(text) => { for (const key of [...text, "Enter"]) {
      document.activeElement.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    } }""", text)


def by_scans(page, number):
    """Every tube is scanned, though its ID is full of keys that do something."""
    for second in SECONDS:
        if second == 30:
            page.locator(".site-button.primary").click()
            expect(page.locator("step-seconds[since]")).to_have_count(1)
        for vein in VEINS:
            scan(page, label(number, vein, second))
            until(label(number, vein, second), lambda: done(number, vein, second))


def give_injections(walk):
    """One on each screen; a key that bounces draws one tube."""
    ways = [("wall", by_keys), ("laptop", by_clicks), ("touch", by_scans),
            ("tablet", by_clicks), ("phone", by_clicks)]
    for number, (name, way) in enumerate(ways, 1):
        page = walk.screen(name, touch=name in ("touch", "tablet", "phone"))
        expect(page.locator(".hero .name")).to_have_text(SITES[number - 1])
        way(page, number)
        walk.shoot(page, f"given-{name}")
        page.context.close()
        print(f"browser: {SITES[number - 1]} given on the {name} screen", flush=True)


def two_screens(walk):
    """Both show the same; the second of two who start one injection is told why not."""
    first, second = walk.screen("wall"), walk.screen("laptop", view="plan")
    again = second.locator("form[data-key=again]")
    again.locator("input").fill("RHA")
    again.get_by_role("button").click()
    expect(first.locator(".site-button")).to_have_count(1)
    second.goto(f"{BASE}/room")
    expect(second.locator(".site-button")).to_have_count(1)
    first.evaluate("window.button = document.querySelector('.site-button')")
    second.evaluate("window.button = document.querySelector('.site-button')")
    first.evaluate("button.click()")
    second.evaluate("button.click()")
    for page in (first, second):
        expect(page.locator("step-seconds[since]")).to_have_count(1)
    refused = ".answer.refused"
    until("a refusal in words", lambda: first.locator(refused).count()
          + second.locator(refused).count() == 1)
    for page in (first, second):
        page.context.close()


def measure(walk):
    """What a tumour in the left lobe gives; one tube's label was misread, with hostile words."""
    page = walk.screen("wall", view="tubes")
    results = []
    for number in range(1, 6):
        for vein in VEINS:
            for second in SECONDS:
                rises = number == 2 and vein == "LHV" and second in (30, 60)
                results.append((label(number, vein, second), "Insulin", 80 if rises else 10, ""))
    lost = results.pop()
    send(results)
    send([("T-05-LHV-12O", "Insulin", 10, MARKUP)])
    expect(page.locator(".held li")).to_have_count(1, timeout=15000)
    walk.shoot(page, "tubes-held")
    page.get_by_role("button", name="Assign T-05-LHV-12O").click()
    page.get_by_label("Reason").first.fill("Misread: O for 0")
    page.get_by_role("button", name="Assign", exact=True).click()
    expect(page.locator(".held li")).to_have_count(0)
    assert lost[0] == "T-05-LHV-120"
    page.locator("[name=search]").fill("12O")
    page.get_by_role("button", name="T-05-LHV-12O").click()
    expect(page.locator("dialog .comment")).to_contain_text("<b>bold</b>")
    assert page.locator("img").count() == 0, "markup of a comment became an element"
    assert page.title() != "1"
    page.context.close()


def read_map(walk):
    """The left lobe steps up, and a segment explains itself by the keyboard alone."""
    page = walk.screen("wall", view="map")
    expect(page.locator(".region.producing")).to_have_count(3, timeout=15000)
    segment = page.locator("path[data-key='region S3']")
    segment.focus()
    expect(page.locator(".evidence h2")).to_contain_text("Segment III")
    expect(page.locator(".evidence tr.for")).to_have_count(1)
    walk.shoot(page, "map")
    page.context.close()


def off_and_back(walk, daemon):
    """Silence is said across the page; nothing is missed, nor lost by a reload or a restart."""
    page = walk.screen("wall")
    expect(page.locator(".tile.step-up")).to_have_count(1)
    daemon.freeze()
    expect(page.locator("#stale")).to_be_visible(timeout=8000)
    walk.shoot(page, "stale")
    daemon.thaw()
    expect(page.locator("#stale")).to_be_hidden(timeout=8000)
    daemon.stop()
    expect(page.locator("#stale")).to_be_visible(timeout=8000)
    daemon.start()
    expect(page.locator("#stale")).to_be_hidden(timeout=15000)
    page.reload()
    expect(page.locator(".tile.step-up")).to_have_count(1)
    expect(page.locator(".hero .name")).to_have_text("RHA")
    page.context.close()


def everyone(walk):
    """axe, sizes of targets and what does not fit, on every view and screen, dark and light."""
    faults = []
    for name in SCREENS:
        for theme in ("dark", "light"):
            page = walk.screen(name, theme)
            for view in VIEWS:
                page.goto(f"{BASE}/{view}")
                expect(page.locator(f"body[data-view={view}]")).to_have_count(1)
                page.wait_for_timeout(500)
                faults += [f"{view}, {name}, {theme}: {fault}" for fault in seen(page)]
                walk.shoot(page, f"{view}-{name}-{theme}")
            page.context.close()
        print(f"browser: every view looked at on the {name} screen", flush=True)
    assert not faults, "\n".join(faults)


SMALL = """[...document.querySelectorAll("button, a, input, select, summary")].filter((one) => {
  const box = one.getBoundingClientRect();
  const isSeen = box.width > 2 && getComputedStyle(one).visibility !== "hidden"
    && !one.closest(".skip, .options label, .boxes");
  return isSeen && (box.height < 47.5 || box.width < 43);
}).map((one) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 20)}`)"""


def seen(page):
    """What keeps somebody out of the view that is shown."""
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    faults = [f"axe {one['id']}: {one['nodes'][0]['html'][:120]}"
              for one in found.response["violations"]]
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    if wide > 0:
        faults.append(f"{wide} px wider than the screen")
    return faults + [f"small: {one}" for one in page.evaluate(SMALL)]


def other_words(walk):
    """Another language is spoken without a reload, and a key can be changed."""
    page = walk.screen("laptop")
    page.get_by_role("button", name="This screen").click()
    page.get_by_label("Deutsch").check(force=True)
    expect(page.locator("#rail")).to_contain_text("Röhrchen")
    page.locator("input[name=key-draw]").press("F9")
    kept = page.evaluate("JSON.parse(localStorage.getItem('stepupd.screen'))")
    assert (kept["language"], kept["keys"]["draw"]) == ("de", "F9"), kept
    page.context.close()


def paper(walk):
    """The report is one page, on A4 and on Letter."""
    page = walk.screen("laptop", view="report")
    expect(page.locator(".paper")).to_be_visible()
    page.wait_for_timeout(500)
    for size in ("A4", "Letter"):
        path = os.path.join(walk.shots or tempfile.gettempdir(), f"report-{size}.pdf")
        page.pdf(path=path, format=size, print_background=True, prefer_css_page_size=False)
        with open(path, "rb") as file:
            pages = file.read().count(b"/Type /Page\n")
        assert pages == 1, f"the report has {pages} pages on {size}"
    page.context.close()


def first_look(walk):
    """The first view needs less than 100 kB, and on loopback less than 300 ms."""
    page = walk.screen("wall")
    expect(page.locator(".hero .name")).to_be_visible()
    look = page.evaluate("""[performance.getEntriesByName("first-contentful-paint")[0].startTime,
      performance.getEntriesByType("resource").filter((one) => one.name.includes("/page/")
        && one.startTime < performance.getEntriesByName("first-contentful-paint")[0].startTime)
        .reduce((sum, one) => sum + one.encodedBodySize, 0)]""")
    print(f"browser: first view after {look[0]:.0f} ms and {look[1]} bytes", flush=True)
    assert look[1] < 100_000
    page.context.close()


def replay(walk):
    """A past procedure is played on the page, and nothing can be marked on it."""
    page = walk.screen("laptop", view="procedures")
    page.get_by_role("link", name="Replay").first.click()
    expect(page.locator("#replay .scrubber")).to_be_visible()
    page.locator("#replay .scrubber").evaluate(
        "(node) => { node.value = node.max; node.dispatchEvent(new Event('input')); }")
    expect(page.locator(".tile.step-up")).to_have_count(1)
    walk.shoot(page, "replay")
    page.get_by_role("button", name="Back to now").click()
    expect(page.locator("#replay")).to_be_hidden()
    page.context.close()


def main(program, shots=None):
    """Everything in the order of a day."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        daemon = Daemon(program, folder)
        daemon.start()
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        walk = Walk(browser, shots)
        try:
            open_procedure(walk)
            doing.labels(walk)
            doing.undo(walk, label(1, "RHV", -120))
            doing.plan_controls(walk)
            give_injections(walk)
            measure(walk)
            read_map(walk)
            doing.table(walk)
            two_screens(walk)
            doing.acknowledge(walk)
            off_and_back(walk, daemon)
            for step in (replay, other_words, first_look, paper, everyone):
                step(walk)
                print(f"browser: {step.__name__.replace('_', ' ')}", flush=True)
        finally:
            print("\n".join(walk.errors), end="", file=sys.stderr)
            browser.close()
            daemon.stop()
    assert not walk.errors, "the browser complained, see above"
    print("browser: every journey came to its end")


main(*sys.argv[1:])
