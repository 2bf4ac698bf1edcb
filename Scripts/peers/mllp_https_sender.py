"""Sends results to stepupd through http2mllp of mllp-https, which writes each block in pieces."""

import os
import subprocess
import sys
import time

import requests
from hl7_messages import check, messages

HTTP = 18094


def post(text):
    """The answer to one message; waits for the program that passes it on to be there."""
    deadline = time.monotonic() + 20
    while True:
        try:
            answer = requests.post(
                f"http://127.0.0.1:{HTTP}", data=text.encode(), timeout=20)
            answer.raise_for_status()
            return answer.content.decode()
        except requests.ConnectionError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def main(host, port, count):
    """Sends `count` results, one message each."""
    program = os.path.join(os.path.dirname(sys.executable), "http2mllp")
    passing = subprocess.Popen(
        [program, "-H", "127.0.0.1", "-p", str(HTTP), "--mllp_port", str(port), host],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for line, control_id, text in messages("MH", count):
            check(post(text), control_id)
            print(line, flush=True)
    finally:
        passing.kill()


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
