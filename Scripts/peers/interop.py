"""Lets programs that nobody here wrote talk with stepupd and the simulator, and compares.

usage: interop.py BIN_FOLDER
1. astm-2025's client sends to `stepupd run` over TCP.
2. pyserial and astm-2025's codec send to it over a pseudo-terminal.
3. astm-2025's server reads `assaysim run`, and must read what stepupd reads of the same seed.
4. openapi-spec-validator reads the description of the API.
5. hl7apy's messages come to `stepupd run` over TCP by hl7's MLLP client, and are answered AA.
6. hl7's MLLP server reads `assaysim run`, and must read what stepupd reads of the same seed.
"""

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
WEB, TCP, PEER = 18091, 18092, 18093


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

    def __init__(self, binaries, folder, dialect="beckman-access-2"):
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


def peers_to_stepupd(binaries, folder):
    """Peers 1, 2 and 4."""
    stepupd = Stepupd(binaries, folder)
    try:
        for what, line, script, words in [
                ("astm-2025 over TCP", "tcp", "astm_tcp_sender.py", ["127.0.0.1", TCP]),
                ("pyserial over a terminal", "tty", "serial_sender.py", [stepupd.port])]:
            sent = python(script, *words, COUNT)
            until(what, lambda: len(stepupd.results(line)) >= COUNT)
            same(what, sent, stepupd.results(line))
        validate(json.loads(get("/openapi.json")))
        print("interop: openapi-spec-validator finds nothing in /openapi.json", flush=True)
    finally:
        stepupd.close()


def hl7_to_stepupd(binaries, folder):
    """Peer 5."""
    stepupd = Stepupd(binaries, folder, dialect="generic-hl7")
    try:
        sent = python("hl7_sender.py", "127.0.0.1", TCP, COUNT)
        until("hl7 and hl7apy", lambda: len(stepupd.results("tcp")) >= COUNT)
        same("hl7 and hl7apy over TCP", sent, stepupd.results("tcp"))
    finally:
        stepupd.close()


def assaysim(binaries, line, dialect):
    """The simulated analyzer to its end; its words are shown when it fails."""
    done = subprocess.run(
        [os.path.join(binaries, "assaysim"), "run", "--scenario", "insulinoma-right-lobe",
         "--dialect", dialect, "--seed", "7", "--pace", "max", "--line", line],
        timeout=300, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise SystemExit(f"interop: assaysim on {line}: {done.stderr}")


def simulator_to_peer(binaries, folder, peer, script, dialect):
    """Peers 3 and 6: the same seed, read by a receiver that is not ours and by ours."""
    with open(os.path.join(folder, "peer"), "w") as output:
        receiver = subprocess.Popen(
            [sys.executable, os.path.join(HERE, script), str(PEER)],
            stdout=output, stderr=subprocess.PIPE, text=True)
        receiver.stderr.readline()
        assaysim(binaries, f"tcp:127.0.0.1:{PEER}", dialect)
        time.sleep(1)
        receiver.terminate()
    with open(output.name) as file:
        theirs = file.read().split("\n")[:-1]
    stepupd = Stepupd(binaries, folder, dialect)
    try:
        assaysim(binaries, f"tcp:127.0.0.1:{TCP}", dialect)
        until("the simulator", lambda: len(stepupd.results("tcp")) >= len(theirs))
        if not theirs:
            raise SystemExit("interop: the peer read nothing from the simulator")
        same(f"the simulator read by {peer} and by stepupd", theirs, stepupd.results("tcp"))
    finally:
        stepupd.close()


def main(binaries):
    """All peers, each with a journal of its own."""
    parts = [
        peers_to_stepupd, hl7_to_stepupd,
        lambda *where: simulator_to_peer(
            *where, "astm-2025", "astm_receiver.py", "beckman-access-2"),
        lambda *where: simulator_to_peer(*where, "hl7", "hl7_receiver.py", "generic-hl7"),
    ]
    for part in parts:
        with tempfile.TemporaryDirectory(prefix="stepupd-interop.") as folder:
            part(binaries, folder)


main(sys.argv[1])
