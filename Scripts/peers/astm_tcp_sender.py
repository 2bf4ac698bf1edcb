"""Sends results to stepupd over TCP with the ASTM client of astm-2025.

That version still calls `buffer`, which Python 3 no longer has: it is given one here. Its encoder
recurses for ever over text, so fields are bytes; its check of the records' order compares with
text and is therefore left out. Otherwise it is used as it comes.
"""

import builtins
import sys

builtins.buffer = lambda data, offset, size: memoryview(data)[offset : offset + size]

from astm import asynclib, client  # noqa: E402  (after the builtin that it needs)
from results import messages  # noqa: E402


def main(host, port, count):
    """Sends `count` results, one message each, then closes."""

    def emitter():
        for line, records in messages("TCP", count):
            for record in records:
                if not (yield record):
                    sys.exit(f"{line}: {record[0]!r} was refused")
            print(line, flush=True)

    client.Client(emitter, host=host, port=port, flow_map=None, timeout=20)
    asynclib.loop(0.05)


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
