"""Decodes a file with a decoder that others wrote; prints the best of five, in seconds.

usage: peer.py DECODER FILE
Each decoder gets its frames, blocks or messages already cut out, since none of them finds them
itself, and only whole ones. Prints the seconds and how many results it saw.
"""

import csv
import re
import sys
import time
from xml.etree import ElementTree


def astm(line):
    """Records of E1394, framed or not: one decoded at a time."""
    from astm import codec

    frames = re.findall(rb"\x02[^\x02]*?[\x03\x17][0-9A-F]{2}\r\n", line)
    if frames:
        return frames, lambda frame: sum(record[0] == "R" for record in codec.decode(frame))
    texts = re.findall(rb"\x02([^\x03]*)\x03", line) or [line[:line.rindex(b"\n")]]
    records = [record for text in texts for record in text.replace(b"\n", b"").split(b"\r")]
    return ([record for record in records if record],
            lambda record: codec.decode_record(record, "latin-1")[0] == "R")


def hl7(line):
    """Messages of HL7: each parsed whole, its observations looked for."""
    import hl7 as decoder

    return blocks(line), lambda block: len(decoder.parse(block.decode()).segments("OBX"))


def hl7apy(line):
    """The same by the decoder that checks a message against its structure."""
    from hl7apy.parser import parse_message

    def count(block):
        message = parse_message(block.decode(), find_groups=False)
        return sum(child.name == "OBX" for child in message.children)
    return blocks(line), count


def blocks(line):
    """What stands in the blocks of MLLP."""
    return re.findall(rb"\x0b([^\x1c]*)\x1c\r", line)


def table(line):
    """Rows of a table; those that name the columns are no results."""
    text = line[:line.rindex(b"\n")].decode()
    return [text], lambda text: sum(
        row[0] != "Specimen" for row in csv.reader(text.splitlines()))


def markup(line):
    """XML messages, one after the other without anything between them."""
    messages = re.findall(rb"<([A-Z]+\.R01)>(.*?)</\1>", line, re.S)
    return ([b"<%s>%s</%s>" % (name, text, name) for name, text in messages],
            lambda message: sum(1 for _ in ElementTree.fromstring(message).iter("OBS")))


DECODERS = {
    "astm-2025": astm, "hl7": hl7, "hl7apy": hl7apy, "Python's csv": table,
    "Python's ElementTree": markup}


def main(decoder, path):
    """Runs `decoder` five times over what it finds in the file."""
    with open(path, "rb") as file:
        parts, count = DECODERS[decoder](file.read())
    best, results = 1e9, 0
    for _ in range(5):
        start = time.perf_counter()
        results = sum(count(part) for part in parts)
        best = min(best, time.perf_counter() - start)
    print(best, results)


main(*sys.argv[1:3])
