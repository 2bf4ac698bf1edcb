"""Sends results to stepupd over a terminal: frames by astm-2025's codec, port by pyserial."""

import sys

import serial
from astm import codec
from results import messages

ENQ, ACK, EOT = b"\x05", b"\x06", b"\x04"


def say(port, sent, what):
    """Sends bytes; the receiver must acknowledge within the standard's 15 seconds."""
    port.write(sent)
    answer = port.read(1)
    if answer != ACK:
        sys.exit(f"{what}: expected <ACK>, got {answer!r}")


def main(path, count):
    """Sends `count` results, one message each, record by record."""
    with serial.Serial(path, 9600, timeout=15) as port:
        for line, records in messages("TTY", count):
            say(port, ENQ, "<ENQ>")
            for sequence, record in enumerate(records, start=1):
                for frame in codec.encode([record], "latin-1", None, sequence):
                    say(port, frame, f"frame {sequence} of {line}")
            port.write(EOT)
            print(line, flush=True)


main(sys.argv[1], int(sys.argv[2]))
