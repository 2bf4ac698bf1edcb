"""Sends results to stepupd over TCP: messages by hl7apy, blocks and answers by hl7's client."""

import sys

from hl7.client import MLLPClient
from hl7_messages import check, messages


def main(host, port, count):
    """Sends `count` results, one message each; each answer must be one block."""
    with MLLPClient(host, port) as client:
        for line, control_id, text in messages("HL7", count):
            answer = client.send_message(text).decode()
            if not (answer.startswith("\x0b") and answer.endswith("\x1c\r")
                    and answer.count("\x1c") == 1):
                sys.exit(f"no block: {answer!r}")
            check(answer[1:-2], control_id)
            print(line, flush=True)


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
