"""What can be undone, acknowledged and taken along, on one screen and told to another."""

import json
import re
import urllib.request

from laboratory import BASE, get, until
from playwright.sync_api import expect


def shown():
    """The procedure that is open, as the daemon knows it."""
    [one] = [one for one in get("/api/procedures") if one["procedure"]["state"] == "open"]
    return one


def undo(walk, label):
    """A draw and an injection, pressed by mistake, are taken back with a reason."""
    page, other = walk.screen("laptop"), walk.screen("touch", touch=True)
    expect(page.locator(".hero .name")).to_have_text("RHA")
    page.locator(f"button.draw:has-text('{label}')").click()
    page.locator(".answer").get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Take it back").click()
    expect(page.locator(f"button.draw:has-text('{label}')")).to_be_visible()
    page.locator(".site-button").first.click()
    expect(other.locator("step-seconds[since]")).to_have_count(1)
    page.locator(".answer").get_by_role("button", name="Undo").click()
    walk.shoot(page, "undo")
    page.get_by_role("radio", name="Another vessel").check()
    page.get_by_role("button", name="Take it back").click()
    for screen in (page, other):
        expect(screen.locator("step-seconds[since]")).to_have_count(0)
        expect(screen.locator(".hero .zero")).to_contain_text("taken back")
    [first] = shown()["procedure"]["injections"][:1]
    assert first["withdrawn"][0]["reason"] == "Another vessel", first
    for screen in (page, other):
        screen.context.close()


def labels(walk):
    """The strip of the next injection is offered where it is given, and has every tube."""
    page = walk.screen("laptop")
    page.get_by_role("button", name="Labels for RHA").click()
    expect(page.locator("dialog select[name=injection]")).to_have_value("1")
    with page.context.expect_page() as opened:
        page.locator("dialog").get_by_role("button", name="Show labels to print").click()
    sheet = opened.value
    sheet.wait_for_load_state()
    printed = set(re.findall(r"T-01-[RML]HV-B?\d{3}", sheet.content()))
    assert len(printed) == 18, printed
    walk.shoot(sheet, "labels")
    page.context.close()


def acknowledge(walk):
    """A notice that one screen acknowledges calls on no other; it stays in the list, with who."""
    first, second = walk.screen("wall"), walk.screen("laptop")
    for page in (first, second):
        expect(page.locator(".notice-bar button[data-key=acknowledge]")).to_be_visible()
    second.get_by_role("button", name="This screen").click()
    second.locator("input[name=by]").fill("nurse")
    second.keyboard.press("Tab")
    second.keyboard.press("Escape")
    count = int(first.locator(".bell span").inner_text())
    second.keyboard.press("a")
    until("fewer notices", lambda: int(first.locator(".bell span").inner_text()) == count - 1)
    first.locator(".bell").click()
    expect(first.locator("dialog")).to_contain_text("acknowledged by nurse")
    for page in (first, second):
        page.context.close()


def plan_controls(walk):
    """The dose, and another rule, by the plan's own controls."""
    page = walk.screen("laptop", view="plan")
    dose = page.locator("form[data-key=dose]")
    dose.locator("input").fill("0.0125 mEq/kg")
    dose.get_by_role("button").click()
    expect(page.locator(".what")).to_contain_text("0.0125 mEq/kg")
    rule = page.locator("form[data-key=rule]")
    rule.locator("select").select_option("hammersmith")
    rule.get_by_role("button").click()
    expect(page.locator(".chip", has_text="hammersmith")).to_be_visible()
    page.context.close()


def table(walk):
    """The table of the procedure, as it is taken along."""
    page = walk.screen("laptop", view="procedures")
    with page.expect_download() as taken:
        page.get_by_role("link", name="Table").first.click()
    with open(taken.value.path(), encoding="utf-8") as file:
        rows = file.read().splitlines()
    assert rows[0].startswith("record,simulated,procedure,patient,injection"), rows[0]
    assert any(row.startswith("verdict,") and ",step-up," in row for row in rows)
    page.goto(f"{BASE}/report")
    seal = json.load(urllib.request.urlopen(BASE + "/api/journal"))["seal"]
    expect(page.locator(".seal code")).to_have_text(seal)
    page.context.close()
