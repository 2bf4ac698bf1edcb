"""Plays the scenarios cohort-*.yaml in demonstrations and sums up what the verdicts say.

usage: cohort.py STEPUPD FOLDER. Ends with 1 when the table differs from the composition that the
cohort was made for.
"""

import json
import pathlib
import re
import subprocess
import sys
import textwrap

LIVER = re.compile(r"S([1-8])$")
HEADING = ("no", "hormone", "analyzer", "truth: answers", "step-up after", "read in", "localisation")


class Patient:
    """One of the twelve: what was made, and what the verdicts and the map say of it."""

    def __init__(self, program, file):
        text = file.read_text()
        tumours = re.findall(r"\{ region: ([\w-]+), secretion: [\d.]+, gain: ([\d.]+) \}", text)
        self.number = int(file.stem.split("-")[1])
        self.made = re.search(r"^hormone: (\w+)", text, re.M)[1]
        self.analyzer = re.search(r"^dialect: ([\w-]+)", text, re.M)[1]
        self.bearing = [region for region, _ in tumours]
        self.answering = [region for region, gain in tumours if float(gain) >= 1]
        self.results, self.sites = 0, []
        self.listen(program, file.stem)

    def listen(self, program, name):
        """Plays the demonstration and keeps the last word of everything."""
        seen = subprocess.run(
            [program, "demo", "--scenario", name, "--pace", "max", "--json"],
            capture_output=True, text=True, check=True)
        verdicts = {}
        for line in seen.stdout.splitlines():
            news = json.loads(line)
            if news["type"] == "map":
                self.reading = news["reading"]
            elif news["type"] == "procedure":
                self.hormone = news["plan"]["analyte"]
            elif news["type"] == "verdict":
                verdicts[news["injection"], news["vein"]] = (news["site"], news["state"])
            elif news["type"] == "result":
                self.results += 1
        for _, (site, state) in sorted(verdicts.items()):
            if state == "step-up" and site not in self.sites:
                self.sites.append(site)

    @property
    def liver(self):
        return [region for region in self.reading["regions"] if LIVER.match(region)]

    @property
    def pancreas(self):
        return [region for region in self.reading["regions"] if not LIVER.match(region)]

    @property
    def is_unclear(self):
        return not self.reading["regions"] or bool(self.reading["doubts"])

    @property
    def row(self):
        """What the table of patients shows."""
        where = ", ".join(filter(None, [segments(self.liver), ", ".join(self.pancreas)]))
        kind = {"no-step-up-detected": "no step-up detected", "unclear": "no step-up proven"}
        return (
            str(self.number), self.hormone, self.analyzer, ", ".join(self.answering) or "none",
            ", ".join(self.sites) or "none", where or kind.get(self.reading["kind"], ""),
            "unclear" if self.is_unclear else "clear")


def segments(regions):
    """S5, S6, S7, S8 as S5–S8."""
    numbers = [int(LIVER.match(region)[1]) for region in regions]
    if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"S{numbers[0]}–S{numbers[-1]}"
    return ", ".join(regions)


def table(rows, rightwards=()):
    """Columns as wide as their widest cell, under a rule."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(
        cell.rjust(width) if column in rightwards else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(row, widths))).rstrip() for row in rows]
    return [lines[0], "─" * max(map(len, lines)), *lines[1:]]


def sums(patients):
    """The abstract's table: what it counts, how many there, in truth, and by the verdicts."""
    def count(of):
        return sum(bool(of(patient)) for patient in patients)

    def lies_in(liver, regions):
        return any(bool(LIVER.match(region)) == liver for region in regions)
    return [
        ("patients", 12, len(patients), count(lambda p: p.results)),
        ("  insulinoma", 8, count(lambda p: p.made == "insulin"),
         count(lambda p: p.hormone == "insulin")),
        ("  gastrinoma", 4, count(lambda p: p.made == "gastrin"),
         count(lambda p: p.hormone == "gastrin")),
        ("  with a functional primary", 3, count(lambda p: lies_in(False, p.answering)),
         count(lambda p: p.pancreas)),
        ("a step-up", 9, count(lambda p: p.answering), count(lambda p: p.sites)),
        ("  in tumour-bearing liver segments", 8, count(lambda p: lies_in(True, p.answering)),
         count(lambda p: set(p.liver) & set(p.bearing))),
        ("  only in the pancreatic region", 1,
         count(lambda p: p.answering and not lies_in(True, p.answering)),
         count(lambda p: p.pancreas and not p.liver)),
        ("localisation unclear", 4, None, count(lambda p: p.is_unclear)),
    ]


def main(program, folder):
    """Plays all of them; prints the patients, what is not clear, and the abstract's table."""
    print("SIMULATED. A synthetic cohort with the composition of the abstract; nobody's patients.\n"
          "Each is played through the serial line, its analyzer's dialect and the daemon.\n")
    patients = [Patient(program, file) for file in sorted(pathlib.Path(folder).glob("cohort-*.yaml"))]
    print("\n".join(table([HEADING, *(patient.row for patient in patients)], rightwards={0})))
    print("\nNot clear:")
    for patient in filter(lambda one: one.is_unclear, patients):
        why = "; ".join(patient.reading["doubts"]) or patient.reading["text"].rstrip(".")
        print(textwrap.fill(
            why, 96, initial_indent=f"{patient.number:2}  ", subsequent_indent="    "))
    counted = sums(patients)
    rows = [(name, *("–" if cell is None else str(cell) for cell in cells),
             "" if cells[0] == cells[2] else "differs") for name, *cells in counted]
    print()
    print("\n".join(table(
        [("SIMULATED", "abstract", "truth", "verdicts", ""), *rows], rightwards={1, 2, 3})))
    print(f"\nThe abstract's 9 and 4 make 13 of 12: a step-up does not exclude an unclear "
          f"localisation.\nTruth is what was made: tumour tissue that answers the stimulant. "
          f"{sum(patient.results for patient in patients)} results were read.")
    return 0 if all(there == here for _, there, _, here in counted) else 1


sys.exit(main(*sys.argv[1:3]))
