"""Plays the scenarios cohort-*.yaml in demonstrations and sums up what the verdicts say.

usage: cohort.py STEPUPD FOLDER. Ends with 1 when the table differs from the composition that the
cohort was made for.
"""

import json
import pathlib
import re
import subprocess
import sys

LIVER = re.compile(r"S[1-8]$")


def truth(text):
    """The regions whose tumour tissue answers, and all that have tumour tissue."""
    tumours = re.findall(r"\{ region: ([\w-]+), secretion: [\d.]+, gain: ([\d.]+) \}", text)
    return [region for region, gain in tumours if float(gain) >= 1], [r for r, _ in tumours]


def play(program, name):
    """The last reading of one demonstration, and the sites that stepped up."""
    seen = subprocess.run(
        [program, "demo", "--scenario", name, "--pace", "max", "--json"],
        capture_output=True, text=True, check=True)
    reading, verdicts, results = None, {}, 0
    for line in seen.stdout.splitlines():
        news = json.loads(line)
        if news["type"] == "map":
            reading = news["reading"]
        elif news["type"] == "verdict":
            verdicts[news["injection"], news["vein"]] = (news["site"], news["state"])
        elif news["type"] == "result":
            results += 1
    sites = []
    for _, (site, state) in sorted(verdicts.items()):
        if state == "step-up" and site not in sites:
            sites.append(site)
    return reading, sites, results


def sums(rows):
    """The abstract's table: what it counts, how many there, and how many here."""
    def is_right(row):
        return any(region in row["tumours"] for region in row["liver"])
    return [
        ("patients", 12, len(rows)),
        ("insulinoma", 8, sum(row["kind"] == "insulin" for row in rows)),
        ("gastrinoma", 4, sum(row["kind"] == "gastrin" for row in rows)),
        ("functional primaries", 3, sum(bool(row["pancreas"]) for row in rows)),
        ("with a step-up", 9, sum(bool(row["sites"]) for row in rows)),
        ("in tumour-bearing liver segments", 8, sum(is_right(row) for row in rows)),
        ("only in the pancreatic region", 1,
         sum(bool(row["pancreas"]) and not row["liver"] for row in rows)),
        ("localisation unclear", 4, sum(row["unclear"] for row in rows)),
    ]


def main(program, folder):
    """Plays all of them; prints a row a patient and the table."""
    rows = []
    print("SIMULATED: a synthetic cohort with the composition of the abstract; nobody's patients.\n")
    for file in sorted(pathlib.Path(folder).glob("cohort-*.yaml")):
        text = file.read_text()
        answering, tumours = truth(text)
        reading, sites, results = play(program, file.stem)
        liver = [region for region in reading["regions"] if LIVER.match(region)]
        pancreas = [region for region in reading["regions"] if not LIVER.match(region)]
        rows.append({
            "kind": re.search(r"^hormone: (\w+)", text, re.M)[1], "tumours": tumours,
            "liver": liver, "pancreas": pancreas, "sites": sites,
            "unclear": not (liver or pancreas) or bool(reading["doubts"]),
        })
        print(f"{file.stem}  truth: {', '.join(answering) or 'none answers'}"
              f"  ({results} results)\n           step-up: {', '.join(sites) or 'none'}"
              f"  reading: {reading['kind']}\n           {reading['text']}", flush=True)
    print(f"\n{'':34}abstract  verdicts")
    table = sums(rows)
    for name, there, here in table:
        print(f"{name:34}{there:8}  {here:8}{'' if there == here else '   differs'}")
    print("\nThe abstract's 9 and 4 make 13 of 12: a step-up does not exclude an unclear "
          "localisation.")
    return 0 if all(there == here for _, there, here in table) else 1


sys.exit(main(*sys.argv[1:3]))
