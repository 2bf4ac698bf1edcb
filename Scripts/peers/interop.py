"""Lets programs that nobody here wrote talk with stepupd and the simulator, and compares.

usage: interop.py BIN_FOLDER
Peers send to `stepupd run`, each on a line of its own kind, and what they sent must be what it
announces; HL7 must be answered AA. And peers read `assaysim run`, and must read what stepupd reads
of the same seed. The tables below say who speaks what; each script says how. Last,
openapi-spec-validator reads the description of the API.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request

from openapi_spec_validator import validate

HERE = os.path.dirname(os.path.abspath(__file__))
COUNT = 25
WEB, TCP, PEER, BRIDGE = 18091, 18092, 18093, 18095

# Who sends to stepupd: what it is called, its dialect there, the kind of line, the script. A bridge
# is a terminal that socat makes a TCP port of, as a serial device server does.
SENDERS = [
    ("astm-2025 over TCP", "beckman-access-2", "tcp", "astm_tcp_sender.py"),
    ("pyserial over a terminal", "beckman-access-2", "tty", "serial_sender.py"),
    ("astm-2025 and socat over a terminal", "beckman-access-2", "bridge", "astm_tcp_sender.py"),
    ("hl7 and hl7apy over TCP", "generic-hl7", "tcp", "hl7_sender.py"),
    ("hl7lw over TCP", "generic-hl7", "tcp", "hl7lw_sender.py"),
    ("mllp-https over TCP", "generic-hl7", "tcp", "mllp_https_sender.py"),
]

# Who reads the simulator: what it is called, the dialect, the kind of line, the script.
RECEIVERS = [
    ("astm-2025", "beckman-access-2", "tcp", "astm_receiver.py"),
    ("pyserial on a terminal", "beckman-access-2", "tty", "serial_receiver.py"),
    ("astm-2025 and socat on a terminal", "beckman-access-2", "bridge", "astm_receiver.py"),
    ("hl7", "generic-hl7", "tcp", "hl7_receiver.py"),
    ("hl7lw", "generic-hl7", "tcp", "hl7lw_receiver.py"),
    ("mllp-https", "generic-hl7", "tcp", "mllp_https_receiver.py"),
]


def python(script, *words):
    """Runs a peer to its end and returns the lines that it printed."""
    command = [sys.executable, os.path.join(HERE, script), *map(str, words)]
    done = subprocess.run(command, stdout=subprocess.PIPE, timeout=120, check=True, text=True)
    return done.stdout.split("\n")[:-1]


def until(what, condition, seconds=20):
    """Waits for `condition` to return something true, and returns it."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    raise SystemExit(f"interop: {what}: nothing after {seconds} s")


def get(path):
    """The body of a GET, or None while nobody answers."""
    try:
        return urllib.request.urlopen(f"http://127.0.0.1:{WEB}{path}", timeout=5).read()
    except OSError:
        return None


class Stepupd:
    """`stepupd run` with one TCP and one pseudo-terminal line, and what it announced."""

    def __init__(self, binaries, folder, dialect):
        self.port = os.path.join(folder, "port")
        path = os.path.join(folder, "stepupd.yaml")
        with open(path, "w") as file:
            file.write(
                f"site: interop\njournal: {folder}/interop.journal\n"
                f"web: {{host: 127.0.0.1, port: {WEB}}}\nlines:\n"
                f"  tcp:\n    address: listen:127.0.0.1:{TCP}\n    dialect: {dialect}\n"
                f"  tty:\n    address: pty:{self.port}\n    dialect: {dialect}\n")
        self.words = open(os.path.join(folder, "words"), "w")
        self.stream = open(os.path.join(folder, "stream"), "w")
        self.process = subprocess.Popen(
            [os.path.join(binaries, "stepupd"), "run", "--config", path], stderr=self.words)
        until("stepupd", lambda: get("/readyz"))
        self.reader = subprocess.Popen(
            [os.path.join(binaries, "stepupd"), "watch", f"http://127.0.0.1:{WEB}", "--json"],
            stdout=self.stream, stderr=self.words)

    def results(self, line):
        """`SPECIMEN VALUE UNIT` for each result announced for `line` and its connections."""
        with open(self.stream.name) as file:
            rows = [json.loads(row) for row in file if row.endswith("}\n")]
        return [
            f'{row["specimen"]} {row["text"]} {row["unit"]}' for row in rows
            if row["type"] == "result" and row["line"].split("#")[0] == line]

    def close(self):
        """Ends both programs."""
        for process in (self.reader, self.process):
            process.terminate()
            process.wait(10)


def same(what, sent, read):
    """Both lists must be equal, in order."""
    if sent != read:
        missing = [line for line in sent if line not in read]
        more = [line for line in read if line not in sent]
        raise SystemExit(f"interop: {what}: not read: {missing}; not sent: {more}")
    print(f"interop: {what}: {len(read)} of {len(sent)} results agree", flush=True)


def peers_to_stepupd(binaries, dialect):
    """Every sender of `dialect`, one after the other, to one daemon."""
    with stepupd(binaries, dialect) as daemon:
        where = {"tcp": ["127.0.0.1", TCP], "tty": [daemon.port], "bridge": ["127.0.0.1", BRIDGE]}
        for peer, spoken, line, script in SENDERS:
            if spoken != dialect:
                continue
            own = "tcp" if line == "tcp" else "tty"
            before = len(daemon.results(own))
            with bridge(line, daemon.port, f"TCP-LISTEN:{BRIDGE},bind=127.0.0.1,reuseaddr"):
                sent = python(script, *where[line], COUNT)
            until(peer, lambda: len(daemon.results(own)) >= before + len(sent))
            same(peer, sent, daemon.results(own)[before:])
        if dialect == SENDERS[0][1]:
            validate(json.loads(get("/openapi.json")))
            print("interop: openapi-spec-validator finds nothing in /openapi.json", flush=True)


def assaysim(binaries, line, dialect):
    """The simulated analyzer to its end; its words are shown when it fails."""
    done = subprocess.run(
        [os.path.join(binaries, "assaysim"), "run", "--scenario", "insulinoma-right-lobe",
         "--dialect", dialect, "--seed", "7", "--pace", "max", "--line", line],
        timeout=300, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise SystemExit(f"interop: assaysim on {line}: {done.stderr}")


def read_by_peer(binaries, script, line, dialect):
    """What a receiver that is not ours reads of the simulator, on its end of a line."""
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryDirectory() as folder:
        port = os.path.join(folder, "port")
        receiver = subprocess.Popen(
            [sys.executable, os.path.join(HERE, script), port if line == "tty" else str(PEER)],
            stdout=output, stderr=subprocess.PIPE, text=True)
        receiver.stderr.readline()
        with bridge(line, port, f"TCP:127.0.0.1:{PEER}"):
            own = f"tcp:127.0.0.1:{PEER}" if line == "tcp" else f"pty:{port}"
            assaysim(binaries, own, dialect)
            time.sleep(1)
        receiver.terminate()
        receiver.wait(10)
        output.seek(0)
        return output.read().split("\n")[:-1]


@contextlib.contextmanager
def bridge(line, port, address):
    """socat between the terminal `port`, once it is there, and `address`, where a line wants it."""
    if line != "bridge":
        yield
        return
    wait = f"until [ -e {port} ]; do sleep 0.02; done; exec socat OPEN:{port},rawer {address}"
    socat = subprocess.Popen(["sh", "-c", wait])
    time.sleep(0.5)
    try:
        yield
    finally:
        socat.terminate()
        socat.wait(10)


def simulator_to_peers(binaries, dialect):
    """The same seed, read by stepupd and by every receiver of `dialect`."""
    theirs = {
        peer: read_by_peer(binaries, script, line, dialect)
        for peer, spoken, line, script in RECEIVERS if spoken == dialect}
    with stepupd(binaries, dialect) as daemon:
        assaysim(binaries, f"tcp:127.0.0.1:{TCP}", dialect)
        most = max(map(len, theirs.values()))
        until("the simulator", lambda: len(daemon.results("tcp")) >= most)
        for peer, read in theirs.items():
            if not read:
                raise SystemExit(f"interop: {peer} read nothing from the simulator")
            same(f"the simulator read by {peer} and by stepupd", read, daemon.results("tcp"))


@contextlib.contextmanager
def stepupd(binaries, dialect):
    """A daemon with a journal of its own."""
    with tempfile.TemporaryDirectory(prefix="stepupd-interop.") as folder:
        daemon = Stepupd(binaries, folder, dialect)
        try:
            yield daemon
        finally:
            daemon.close()


def main(binaries):
    """All peers of both directions, dialect by dialect."""
    for dialect in dict.fromkeys(sender[1] for sender in SENDERS):
        peers_to_stepupd(binaries, dialect)
    for dialect in dict.fromkeys(receiver[1] for receiver in RECEIVERS):
        simulator_to_peers(binaries, dialect)


main(sys.argv[1])
