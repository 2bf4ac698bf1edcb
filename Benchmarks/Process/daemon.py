"""Starts the real stepupd for a measurement, on pseudo-terminals and a journal of its own."""

import json
import os
import pty
import subprocess
import tempfile
import time
import tty
import urllib.request


class Daemon:
    """A running `stepupd run` with `lines` pseudo-terminals; a context manager."""

    def __init__(self, program, folder, lines=1, port=18087):
        self.program, self.port = program, port
        self.folder = tempfile.mkdtemp(dir=folder)
        self.masters, self.slaves = [], []
        for _ in range(lines):
            master, slave = pty.openpty()
            tty.setraw(slave)
            self.masters.append(master)
            self.slaves.append(slave)

    def __enter__(self):
        rows = "".join(
            f"  line{number}:\n    address: tty:{os.ttyname(slave)}\n"
            "    dialect: beckman-access-2\n"
            for number, slave in enumerate(self.slaves)
        )
        path = os.path.join(self.folder, "stepupd.yaml")
        with open(path, "w") as file:
            file.write(
                f"site: bench\njournal: {self.folder}/bench.journal\n"
                f"web: {{host: 127.0.0.1, port: {self.port}}}\nlines:\n{rows}"
            )
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            [self.program, "run", "--config", path], stderr=subprocess.DEVNULL)
        while True:
            try:
                if self.get("/readyz"):
                    break
            except OSError:
                time.sleep(0.002)
            if time.perf_counter() - self.started > 20:
                raise RuntimeError("stepupd is not ready after 20 s")
        self.ready_seconds = time.perf_counter() - self.started
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)

    def get(self, path):
        """The body of a GET."""
        return urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5).read()

    def lines(self):
        """The line states of the API."""
        return json.loads(self.get("/api/lines"))

    def memory_megabytes(self):
        """Resident memory."""
        with open(f"/proc/{self.process.pid}/status") as file:
            row = next(line for line in file if line.startswith("VmRSS"))
        return int(row.split()[1]) / 1024

    def processor_seconds(self):
        """User and system time so far."""
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
