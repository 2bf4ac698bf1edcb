"""Reads a simulated analyzer on a terminal: port by pyserial, frames by astm-2025's codec."""

import os
import sys
import time

import serial
from astm import codec

STX, ENQ, ACK, LF = b"\x02", b"\x05", b"\x06", b"\x0a"


def plain(field):
    """A field as text; of components the first that is filled."""
    while isinstance(field, list):
        field = next((part for part in field if part), "")
    return field or ""


def take(frame, specimen):
    """Prints `SPECIMEN VALUE UNIT` for every result of a frame; returns whose results follow."""
    _, records, _ = codec.decode_message(frame, "latin-1")
    for record in records:
        if record[0] == "O":
            specimen = plain(record[2])
        if record[0] == "R":
            print(specimen, plain(record[3]), plain(record[4]), flush=True)
    return specimen


def main(path):
    """Answers until the terminal is gone."""
    print("listening", file=sys.stderr, flush=True)
    while not os.path.exists(path):
        time.sleep(0.02)
    specimen = ""
    with serial.Serial(path, 9600) as port:
        while True:
            byte = port.read(1)
            if byte == ENQ:
                port.write(ACK)
            elif byte == STX:
                specimen = take(byte + port.read_until(LF), specimen)
                port.write(ACK)


try:
    main(sys.argv[1])
except serial.SerialException:
    pass
