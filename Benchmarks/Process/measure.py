"""Measures the running daemon against floors taken in the same run; prints one row a figure.

usage: measure.py STEPUPD ACK LISTEN FOLDER
Rows are tab-separated: figure, measured, floor, ratio or difference, goal, held or not.
"""

import os
import pty
import statistics
import subprocess
import sys
import threading
import time
import tty

from analyzer import Analyzer, message, percentile
from daemon import Daemon


def row(figure, measured, floor, ratio, goal, held):
    """One row of the table."""
    print(figure, measured, floor, ratio, goal, "held" if held else "NOT HELD", sep="\t", flush=True)


def milliseconds(seconds):
    """Seconds as text in milliseconds."""
    return f"{seconds * 1000:.2f} ms"


def note(text):
    """Progress, on a terminal only."""
    if sys.stderr.isatty():
        print(text, file=sys.stderr, flush=True)


def acknowledging_floor(program, folder, count):
    """Frame to ACK of a receiver that answers after one fdatasync, on a pseudo-terminal.

    The disk is asked at the pace of the line, as the daemon asks it: one that is asked without a
    pause answers faster than either will ever see.
    """
    master, slave = pty.openpty()
    tty.setraw(slave)
    process = subprocess.Popen([program, os.ttyname(slave), os.path.join(folder, "floor")])
    time.sleep(0.5)
    analyzer = Analyzer(master)
    for number in range(count):
        analyzer.send(message(b"F%06d" % number, b"12.5"))
    process.terminate()
    return analyzer.frame_seconds


def frame_to_ack(daemon, ack, folder, count=400):
    """Frame to ACK through the durable journal, the floors taken before and after it."""
    note("frame to ACK …")
    floors = acknowledging_floor(ack, folder, count // 2)
    analyzer = Analyzer(daemon.masters[0])
    for number in range(count):
        analyzer.send(message(b"A%06d" % number, b"%d.25" % (number % 90 + 5)))
    floors += acknowledging_floor(ack, folder, count // 2)
    for part, name, goal in [(0.5, "p50", 1.3), (0.99, "p99", 3.0)]:
        floor = percentile(floors, part)
        measured = percentile(analyzer.frame_seconds, part)
        ratio = measured / floor
        row(f"frame to ACK, journal durable, {name}", milliseconds(measured),
            f"{milliseconds(floor)} (ACK only + one fdatasync)",
            f"{ratio:.2f} x", f"<= {goal} x", ratio <= goal)


def byte_to_event(daemon, listen, clients, goal_milliseconds, count, gap):
    """From a result's last byte to the last of `clients` event streams, one result each `gap` s.

    The floor is the ACK of the same bytes, so that a disk that stalls counts on both sides.
    """
    note(f"byte to event, {clients} clients …")
    prefix = "E%03d" % clients
    readers = subprocess.Popen(
        [listen, str(daemon.port), str(clients), prefix, str(count)],
        stdout=subprocess.PIPE, text=True)
    readers.stdout.readline()
    time.sleep(1)
    analyzer, sent = Analyzer(daemon.masters[0]), []
    for number in range(count):
        sent.append(analyzer.send(message(b"%s%05d" % (prefix.encode(), number), b"31.5")))
        time.sleep(gap)
    heard = [line.split() for line in readers.stdout]
    complete = [float(last) for _, seen, last in heard if int(seen) == clients]
    if len(complete) < count:
        row(f"last byte to event, {clients} clients", f"{len(complete)} of {count} arrived",
            "-", "-", "all", False)
        return
    events = [event - last for event, (last, _) in zip(complete, sent)]
    answers = [answered - last for last, answered in sent]
    over = percentile([event - ack for event, ack in zip(events, answers)], 0.99) * 1000
    row(f"last byte to event, {clients} client(s), p99", milliseconds(percentile(events, 0.99)),
        f"{milliseconds(percentile(answers, 0.99))} (ACK of the same bytes)", f"+{over:.2f} ms",
        f"<= +{goal_milliseconds} ms", over <= goal_milliseconds)


def paced(master, number, messages, baud, failures, seconds):
    """One analyzer at `baud`: bytes leave no faster than the line would carry them."""
    analyzer = Analyzer(master)
    try:
        for count in range(messages):
            frames = message(b"L%02d%05d" % (number, count), b"17.5")
            analyzer.send(frames)
            time.sleep(sum(map(len, frames)) * 10 / baud)
    except Exception as failure:  # a lost ACK is a result of the measurement, not an accident
        failures.append(f"line {number}: {failure}")
    seconds.extend(analyzer.frame_seconds)


def many_lines(program, folder, lines, messages=60, baud=115_200):
    """Many analyzers at once; returns processor seconds a result, or None when one failed."""
    note(f"{lines} line(s) at {baud} baud …")
    with Daemon(program, folder, lines) as daemon:
        before, failures, seconds = daemon.processor_seconds(), [], []
        threads = [
            threading.Thread(target=paced, args=(m, n, messages, baud, failures, seconds))
            for n, m in enumerate(daemon.masters)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        time.sleep(0.3)
        spent = daemon.processor_seconds() - before
        counted = sum(line["results"] for line in daemon.lines())
    wanted = lines * messages
    return spent / wanted, counted, wanted, failures, percentile(seconds, 0.99)


def lines_at_once(program, folder):
    """32 lines lose nothing, and a line costs what it costs alone."""
    alone, *_ = many_lines(program, folder, 1, messages=400)
    together, counted, wanted, failures, slowest = many_lines(program, folder, 32)
    row("32 lines at 115200 baud: results read", f"{counted} of {wanted}",
        f"p99 frame to ACK {milliseconds(slowest)}", f"{len(failures)} failed", "all, no time-out",
        counted == wanted and not failures)
    ratio = together / max(alone, 1e-9)
    row("32 lines: processor time a result", milliseconds(together),
        f"{milliseconds(alone)} (one line)", f"{ratio:.2f} x", "<= 1.2 x", ratio <= 1.2)


def at_rest(program, folder):
    """Ready, memory and processor when nothing happens."""
    starts = []
    for _ in range(5):
        with Daemon(program, folder) as daemon:
            starts.append(daemon.ready_seconds)
    ready = statistics.median(starts)
    row("start to ready", milliseconds(ready), "-", "-", "< 300 ms", ready < 0.3)
    with Daemon(program, folder) as daemon:
        time.sleep(2)
        before = daemon.processor_seconds()
        time.sleep(20)
        share = (daemon.processor_seconds() - before) / 20 * 100
        memory = daemon.memory_megabytes()
    row("idle: resident memory", f"{memory:.1f} MB", "-", "-", "< 60 MB", memory < 60)
    row("idle: processor", f"{share:.2f} %", "-", "-", "< 0.2 %", share < 0.2)


def main(program, ack, listen, folder):
    """All process measurements, one daemon at a time."""
    with Daemon(program, folder) as daemon:
        frame_to_ack(daemon, ack, folder)
        byte_to_event(daemon, listen, 1, 5, 200, 0.02)
        byte_to_event(daemon, listen, 500, 50, 100, 0.25)
    lines_at_once(program, folder)
    at_rest(program, folder)


if __name__ == "__main__":
    main(*sys.argv[1:5])
