"""Measures the running daemon against floors taken in the same run; prints one row a figure.

usage: measure.py STEPUPD ACK FOLDER
Rows are tab-separated: figure, measured, floor, ratio or difference, goal, held or not.
"""

import os
import pty
import select
import socket
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


def synced_write_seconds(folder, count):
    """The seconds of one fdatasync after overwriting 4 KiB in place: the disk's own floor."""
    path = os.path.join(folder, "floor")
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT)
    os.pwrite(descriptor, bytes(4096 * 64), 0)
    os.fsync(descriptor)
    seconds = []
    for number in range(count):
        os.pwrite(descriptor, os.urandom(4096), 4096 * (number % 64))
        start = time.perf_counter()
        os.fdatasync(descriptor)
        seconds.append(time.perf_counter() - start)
    os.close(descriptor)
    return seconds


def acknowledging_floor(program, count):
    """Frame to ACK of a receiver that stores nothing, on a pseudo-terminal."""
    master, slave = pty.openpty()
    tty.setraw(slave)
    process = subprocess.Popen([program, os.ttyname(slave)])
    time.sleep(0.3)
    analyzer = Analyzer(master)
    for number in range(count):
        analyzer.send(message(b"F%06d" % number, b"12.5"))
    process.terminate()
    return analyzer.frame_seconds


def frame_to_ack(daemon, ack, folder, count=400):
    """Frame to ACK through the durable journal, the floors taken before and after it."""
    note("frame to ACK …")
    floors = acknowledging_floor(ack, count // 2)
    disk = synced_write_seconds(folder, count)
    analyzer = Analyzer(daemon.masters[0])
    for number in range(count):
        analyzer.send(message(b"A%06d" % number, b"%d.25" % (number % 90 + 5)))
    disk += synced_write_seconds(folder, count)
    floors += acknowledging_floor(ack, count // 2)
    for part, name, goal in [(0.5, "p50", 1.3), (0.99, "p99", 3.0)]:
        floor = percentile(floors, part) + percentile(disk, part)
        measured = percentile(analyzer.frame_seconds, part)
        ratio = measured / floor
        row(f"frame to ACK, journal durable, {name}", milliseconds(measured),
            f"{milliseconds(floor)} (ACK only + one fdatasync)",
            f"{ratio:.2f} x", f"<= {goal} x", ratio <= goal)
    return percentile(analyzer.frame_seconds, 0.99)


class Reader:
    """One event-stream client that notes when each specimen's result arrived."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.sendall(
            b"GET /api/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n")
        self.socket.setblocking(False)
        self.rest = b""


def watch(readers, prefix, arrivals, stop):
    """Notes arrivals of results whose specimen begins with `prefix`, until told to stop."""
    poller = select.epoll()
    by_descriptor = {reader.socket.fileno(): reader for reader in readers}
    for descriptor in by_descriptor:
        poller.register(descriptor, select.EPOLLIN)
    while not stop.is_set():
        for descriptor, _ in poller.poll(0.05):
            reader = by_descriptor[descriptor]
            try:
                reader.rest += reader.socket.recv(1 << 20)
            except BlockingIOError:
                continue
            now = time.perf_counter()
            *events, reader.rest = reader.rest.split(b"\n\n")
            for event in events:
                if b'"type":"result"' in event and prefix in event:
                    begin = event.index(b'"specimen":"') + 12
                    specimen = event[begin:event.index(b'"', begin)]
                    arrivals.setdefault(specimen, []).append(now)


def byte_to_event(daemon, clients, floor, goal_milliseconds, count, gap):
    """From a result's last byte to the last of `clients` event streams, one result each `gap` s.

    Each result is four announcements to each client: the gap leaves this reader, which is the
    slower end, time to take them.
    """
    note(f"byte to event, {clients} clients …")
    readers = [Reader(daemon.port) for _ in range(clients)]
    arrivals, stop, prefix = {}, threading.Event(), b"E%03d" % clients
    thread = threading.Thread(target=watch, args=(readers, prefix, arrivals, stop))
    thread.start()
    time.sleep(1)
    analyzer, sent = Analyzer(daemon.masters[0]), {}
    for number in range(count):
        specimen = prefix + b"%05d" % number
        sent[specimen] = analyzer.send(message(specimen, b"31.5"))
        time.sleep(gap)
    deadline = time.perf_counter() + 10
    while time.perf_counter() < deadline and (
            len(arrivals) < count or any(len(a) < clients for a in arrivals.values())):
        time.sleep(0.05)
    stop.set()
    thread.join()
    for reader in readers:
        reader.socket.close()
    complete = [s for s in sent if len(arrivals.get(s, [])) == clients]
    delays = [max(arrivals[s]) - sent[s] for s in complete]
    if len(complete) < count:
        row(f"last byte to event, {clients} clients", f"{len(complete)} of {count} arrived",
            "-", "-", "all", False)
        return
    measured = percentile(delays, 0.99)
    over = (measured - floor) * 1000
    row(f"last byte to event, {clients} client(s), p99", milliseconds(measured),
        f"{milliseconds(floor)} (frame to ACK, p99)", f"+{over:.2f} ms",
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


def main(program, ack, folder):
    """All process measurements, one daemon at a time."""
    with Daemon(program, folder) as daemon:
        floor = frame_to_ack(daemon, ack, folder)
        byte_to_event(daemon, 1, floor, 5, 200, 0.02)
        byte_to_event(daemon, 500, floor, 50, 60, 0.25)
    lines_at_once(program, folder)
    at_rest(program, folder)


main(*sys.argv[1:4])
