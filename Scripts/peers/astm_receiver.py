"""Reads a simulated analyzer over TCP with the ASTM server of astm-2025, and prints its results.

That version still calls `buffer`, which Python 3 no longer has; it is given one here and is
otherwise used as it comes.
"""

import builtins
import sys

builtins.buffer = lambda data, offset, size: memoryview(data)[offset : offset + size]

from astm import asynclib, server  # noqa: E402  (after the builtin that it needs)


class Printer(server.BaseRecordsDispatcher):
    """Prints `SPECIMEN VALUE UNIT` for every result record."""

    specimen = ""

    def silent(self, record):
        """Records that carry no result."""

    on_header = on_patient = on_comment = on_manufacturer_info = on_terminator = silent

    def on_order(self, record):
        """Remembers whose results follow."""
        Printer.specimen = plain(record[2])

    def on_result(self, record):
        """Prints a result."""
        print(Printer.specimen, plain(record[3]), plain(record[4]), flush=True)


def plain(field):
    """A field as text; of components the first that is filled."""
    while isinstance(field, list):
        field = next((part for part in field if part), "")
    return field or ""


server.Server(host="127.0.0.1", port=int(sys.argv[1]), dispatcher=Printer)
print("listening", file=sys.stderr, flush=True)
asynclib.loop(0.05)
