"""What the senders of HL7 send, made by hl7apy, and what they demand of each answer.

The messages are ORU^R01 in original mode and OUL^R22 in enhanced mode, in turns.
"""

import sys

import hl7
from hl7apy.core import Message
from hl7apy.parser import parse_message

TIME = "20260102030405"


def message(number, kind, version):
    """A message of hl7apy with its header filled in."""
    made = Message(kind, version=version)
    made.msh.msh_3, made.msh.msh_4 = "PEER", "BENCH"
    made.msh.msh_5, made.msh.msh_6 = "STEPUPD", "ROOM"
    made.msh.msh_7 = TIME
    made.msh.msh_9 = f"{kind.replace('_', '^')}^{kind}"
    made.msh.msh_10, made.msh.msh_11 = f"PEER-{number}", "P"
    return made


def observation(group, value):
    """Fills an OBX with one value of insulin."""
    group.obx.obx_1, group.obx.obx_2, group.obx.obx_3 = "1", "NM", "INS^Insulin^L"
    group.obx.obx_5, group.obx.obx_6, group.obx.obx_11 = value, "uU/mL", "F"
    group.obx.obx_14 = TIME


def oru(number, specimen, value):
    """ORU^R01: the specimen is the filler's order number."""
    made = message(number, "ORU_R01", "2.5")
    order = made.add_group("ORU_R01_PATIENT_RESULT").add_group("ORU_R01_ORDER_OBSERVATION")
    order.obr.obr_1, order.obr.obr_3, order.obr.obr_4 = "1", specimen, "INS"
    observation(order.add_group("ORU_R01_OBSERVATION"), value)
    return made


def oul(number, specimen, value):
    """OUL^R22: the specimen is SPM-2; wants AA at each acceptance by the application."""
    made = message(number, "OUL_R22", "2.5")
    made.msh.msh_15, made.msh.msh_16 = "NE", "AL"
    group = made.add_group("OUL_R22_SPECIMEN")
    group.spm.spm_1, group.spm.spm_2, group.spm.spm_4 = "1", specimen, "SER"
    group.spm.spm_11 = "P"
    order = group.add_group("OUL_R22_ORDER")
    order.obr.obr_1, order.obr.obr_3, order.obr.obr_4 = "1", "", "INS"
    observation(order.add_group("OUL_R22_RESULT"), value)
    return made


def messages(prefix, count):
    """Yields `("SPECIMEN VALUE UNIT", control ID, text)` for `count` messages of one result."""
    for number in range(1, count + 1):
        specimen, value = f"{prefix}{number:04}", f"{10 + number / 8:.3f}"
        made = (oru if number % 2 else oul)(number, specimen, value)
        yield f"{specimen} {value} uU/mL", made.msh.msh_10.value, made.to_er7()


def check(answer, control_id):
    """The text of an answer must be a valid acknowledgement that accepts the message."""
    parsed = hl7.parse(answer)
    code, number = str(parsed.segment("MSA")[1]), str(parsed.segment("MSA")[2])
    if (code, number) != ("AA", control_id):
        sys.exit(f"{control_id} was answered {code} {number}")
    if str(parsed.segment("MSH")[9][0][0]) != "ACK":
        sys.exit(f"no acknowledgement: {answer!r}")
    parse_message(answer).validate()
