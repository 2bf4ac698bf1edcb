"""Reads a simulated analyzer through mllp2http of mllp-https, and prints its results.

That program takes the blocks and posts each message here; hl7 reads it and writes the answer.
"""

import os
import signal
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

import hl7


class Reader(BaseHTTPRequestHandler):
    """Prints `SPECIMEN VALUE UNIT` for each observation, and accepts each message."""

    def do_POST(self):
        """One message."""
        text = self.rfile.read(int(self.headers["Content-Length"])).decode()
        message, specimen = hl7.parse(text), ""
        for segment in message:
            if str(segment[0]) == "OBR":
                specimen = str(segment[3])
            if str(segment[0]) == "OBX":
                print(specimen, segment[5], segment[6], flush=True)
        answer = str(message.create_ack()).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        """Says nothing."""


def main(port):
    """Serves until it is ended, and with it the program that listens."""
    server = HTTPServer(("127.0.0.1", 0), Reader)
    program = os.path.join(os.path.dirname(sys.executable), "mllp2http")
    listening = subprocess.Popen(
        [program, "-H", "127.0.0.1", "-p", str(port),
         f"http://127.0.0.1:{server.server_port}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    # Its first word comes when it listens.
    listening.stderr.readline()
    print("listening", file=sys.stderr, flush=True)
    try:
        server.serve_forever()
    finally:
        listening.kill()


main(int(sys.argv[1]))
