"""Decodes a file of E1381 frames with astm-2025 from PyPI; prints the best of five, in seconds.

usage: peer.py FILE
It gets each frame already cut out, since its codec finds none itself. Prints the seconds and how
many result records it saw.
"""

import re
import sys
import time

from astm import codec


def decode_all(frames):
    """Decodes every frame; returns the number of result records."""
    results = 0
    for frame in frames:
        for record in codec.decode(frame):
            results += record[0] == "R"
    return results


with open(sys.argv[1], "rb") as file:
    frames = re.findall(rb"\x02[^\x02]*?[\x03\x17][0-9A-F]{2}\r\n", file.read())
best, results = 1e9, 0
for _ in range(5):
    start = time.perf_counter()
    results = decode_all(frames)
    best = min(best, time.perf_counter() - start)
print(best, results)
