"""Reads a simulated analyzer with the MLLP server of hl7lw, and prints its results."""

import sys

from hl7lw import Hl7Parser, MllpServer
from hl7lw.utils import Acks, generate_ack

PARSER = Hl7Parser()


def take(block):
    """Prints `SPECIMEN VALUE UNIT` for each observation; returns the acknowledgement."""
    message, specimen = PARSER.parse_message(block, encoding="utf-8"), ""
    for segment in message:
        if segment.name == "OBR":
            specimen = segment[3]
        if segment.name == "OBX":
            print(specimen, segment[5], segment[6], flush=True)
    return PARSER.format_message(generate_ack(message, Acks.AA), encoding="utf-8")


print("listening", file=sys.stderr, flush=True)
MllpServer(int(sys.argv[1]), take).serve_forever()
