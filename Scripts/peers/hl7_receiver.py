"""Reads a simulated analyzer with the MLLP server of hl7, and prints its results.

The server of hl7apy hangs up after each message, as no laboratory's does; so this one is used.
"""

import asyncio
import sys

from hl7.mllp import start_hl7_server


async def converse(reader, writer):
    """Prints `SPECIMEN VALUE UNIT` for each observation, and accepts each message."""
    while True:
        try:
            message = await reader.readmessage()
        except asyncio.IncompleteReadError:
            break
        specimen = ""
        for segment in message:
            kind = str(segment[0])
            if kind == "OBR":
                specimen = str(segment[3])
            if kind == "OBX":
                print(specimen, segment[5], segment[6], flush=True)
        writer.writemessage(message.create_ack())
        await writer.drain()
    writer.close()


async def main(port):
    """Serves until it is ended."""
    server = await start_hl7_server(converse, "127.0.0.1", port, encoding="utf-8")
    print("listening", file=sys.stderr, flush=True)
    await server.serve_forever()


asyncio.run(main(int(sys.argv[1])))
