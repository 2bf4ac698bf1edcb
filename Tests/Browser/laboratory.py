"""The daemon with one line, and an analyzer on it: results in the layout of a Beckman Access 2."""

import json
import os
import signal
import socket
import subprocess
import time
import urllib.request

WEB, LINE = 18095, 18096
BASE = f"http://127.0.0.1:{WEB}"
STX, ETX, EOT, ENQ, ACK = b"\x02", b"\x03", b"\x04", b"\x05", b"\x06"


def until(what, condition, seconds=20):
    """Waits for `condition` to return something true, and returns it."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"{what}: nothing after {seconds} s")


def get(path):
    """What the API answers, or None while nobody does."""
    try:
        return json.load(urllib.request.urlopen(BASE + path, timeout=5))
    except OSError:
        return None


class Daemon:
    """`stepupd run` in a folder of its own; it can be frozen, ended and started again."""

    def __init__(self, program, folder):
        self.program, self.folder, self.process = program, folder, None
        with open(os.path.join(folder, "stepupd.yaml"), "w") as file:
            file.write(
                f"site: Browser test\njournal: {folder}/room.journal\n"
                f"web: {{host: 127.0.0.1, port: {WEB}}}\nlines:\n"
                f"  access:\n    address: listen:127.0.0.1:{LINE}\n    dialect: beckman-access-2\n")

    def start(self):
        """Starts it and waits until it answers."""
        words = open(os.path.join(self.folder, "words"), "a")
        self.process = subprocess.Popen(
            [self.program, "run", "--config", os.path.join(self.folder, "stepupd.yaml")],
            stderr=words)
        until("stepupd", lambda: get("/readyz"))

    def stop(self):
        """Ends it in order."""
        self.process.terminate()
        self.process.wait(10)

    def freeze(self):
        """Lets it say nothing for a while."""
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self):
        """Lets it go on."""
        self.process.send_signal(signal.SIGCONT)


def send(results):
    """Sends `(specimen, test, value, comment)` rows as one message, each frame acknowledged."""
    records = [r"H|\^&|||ACCESS^575700", "P|1"]
    for specimen, test, value, comment in results:
        records.append(f"O|1|{specimen}||^^^{test}^1")
        records.append(f"R|1|^^^{test}^1|{value}|uIU/mL||N||F||||20260102030405|575700")
        if comment:
            records.append(f"C|1|I|{comment}|I")
    records.append("L|1|F")
    with socket.create_connection(("127.0.0.1", LINE), timeout=10) as line:
        tell(line, ENQ)
        for number, record in enumerate(records, 1):
            body = str(number % 8).encode() + record.encode() + b"\r" + ETX
            tell(line, STX + body + b"%02X\r\n" % (sum(body) % 256))
        line.sendall(EOT)


def tell(line, piece):
    """Sends a piece and waits for its ACK."""
    line.sendall(piece)
    answer = line.recv(1)
    assert answer == ACK, f"{piece!r} was answered {answer!r}"
