"""A bare analyzer for measurements: frames prepared beforehand, every answer timed."""

import os
import time

ENQ, ACK, EOT = b"\x05", b"\x06", b"\x04"


def frame(number, text):
    """An E1381 end frame around `text`."""
    body = b"%d%s\r\x03" % (number % 8, text)
    return b"\x02" + body + b"%02X\r\n" % (sum(body) & 0xFF)


def message(specimen, value):
    """The frames of one Access 2 message with one result."""
    texts = [
        rb"H|\^&|||ACCESS^575700|||||LIS||P|1|20260102030405",
        b"P|1|",
        b"O|1|%s|^1^1|^^^Insulin^1|||||||||||Serum||||||||||F" % specimen,
        b"R|1|^^^Insulin^1|%s|uIU/mL||N||F||||20260102030405|575700" % value,
        b"L|1|F",
    ]
    return [frame(number, text) for number, text in enumerate(texts, start=1)]


class Analyzer:
    """Speaks to a receiver over a descriptor; collects the seconds from byte sent to ACK."""

    def __init__(self, descriptor):
        self.descriptor = descriptor
        self.frame_seconds = []

    def say(self, sent):
        """Sends bytes and waits for the ACK; returns the seconds that it took."""
        start = time.perf_counter()
        view = memoryview(sent)
        while view:
            view = view[os.write(self.descriptor, view):]
        answer = os.read(self.descriptor, 1)
        seconds = time.perf_counter() - start
        if answer != ACK:
            raise RuntimeError(f"expected ACK, got {answer!r}")
        return seconds

    def send(self, frames):
        """One whole session; returns when its last frame was sent, and when it was answered."""
        self.say(ENQ)
        for part in frames:
            last = time.perf_counter()
            self.frame_seconds.append(self.say(part))
        answered = last + self.frame_seconds[-1]
        os.write(self.descriptor, EOT)
        return last, answered


def percentile(seconds, part):
    """The value below which `part` of the sorted values lie."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]
