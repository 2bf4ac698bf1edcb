"""What the peers send: results in the layout of a Beckman Access 2, as astm-2025 wants them."""

DELIMITERS = rb"\^&"


def messages(prefix, count):
    """Yields `("SPECIMEN VALUE UNIT", records)` for `count` messages of one result each."""
    for number in range(1, count + 1):
        specimen, value = f"{prefix}{number:04}", f"{10 + number / 8:.3f}"
        test = [None, None, None, b"Insulin", b"1"]
        yield f"{specimen} {value} uIU/mL", [
            [b"H", DELIMITERS, None, None, [b"ACCESS", b"575700"]],
            [b"P", b"1"],
            [b"O", b"1", specimen.encode(), None, test],
            [b"R", b"1", test, value.encode(), b"uIU/mL", None, b"N", None, b"F",
             None, None, None, b"20260102030405", b"575700"],
            [b"L", b"1", b"F"],
        ]
