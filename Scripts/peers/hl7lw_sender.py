"""Sends results to stepupd over TCP: blocks and answers by the client of hl7lw.

Each message of hl7apy is read and written anew by hl7lw, and its answer read by it.
"""

import sys

from hl7_messages import check, messages
from hl7lw import Hl7Parser, MllpClient


def main(host, port, count):
    """Sends `count` results, one message each."""
    parser, client = Hl7Parser(allow_unterminated_last_segment=True), MllpClient()
    client.connect(host=host, port=port)
    for line, control_id, text in messages("LW", count):
        again = parser.format_message(parser.parse_message(text.encode()), encoding="utf-8")
        client.send(again)
        answer = client.recv()
        if parser.parse_message(answer)["MSA-2"] != control_id:
            sys.exit(f"{control_id}: another message was answered: {answer!r}")
        check(answer.decode(), control_id)
        print(line, flush=True)
    client.close()


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
