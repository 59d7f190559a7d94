"""Turns an OpenType font with cubic outlines into a TrueType font, whose outlines are quadratic.

PDF files and stylesheets can carry single glyphs of a TrueType font; PDFBox cuts no others down. Outlines differ by less
than a thousandth of the letters' size. A font that reserves its name gets another one.
Usage: python3 src/fonts/truetype.py FROM.otf TO.ttf [FAMILY]
Needs fonttools. The decision and its reasons: docs/decisions/0005-fonts.md.
"""

import sys
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

# Of an em: what an outline may be off
ERROR = 0.001


def glyphs(font):
    """Every glyph of the font with quadratic outlines."""
    of = font.getGlyphSet()
    quadratic = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(of)
        of[name].draw(Cu2QuPen(pen, ERROR * font["head"].unitsPerEm, reverse_direction=True))
        quadratic[name] = pen.glyph()
    return quadratic


def convert(font):
    order = font.getGlyphOrder()
    glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = glyphs(font)
    font["loca"] = newTable("loca")
    font["glyf"] = glyf
    for name in order:
        glyph = glyf.glyphs[name]
        glyph.recalcBounds(glyf)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
    del font["CFF "]
    if "VORG" in font:
        del font["VORG"]
    maxp = font["maxp"] = newTable("maxp")
    maxp.tableVersion = 0x00010000
    maxp.numGlyphs = len(order)
    maxp.maxZones = 1
    for field in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
                  "maxSizeOfInstructions", "maxComponentElements"):
        setattr(maxp, field, 0)
    font["post"].formatType = 2.0
    font["post"].extraNames = []
    font["post"].mapping = {}
    font["post"].glyphOrder = order
    font.sfntVersion = "\x00\x01\x00\x00"


def rename(font, family):
    names = font["name"]
    style = names.getDebugName(2)
    full = family if style == "Regular" else f"{family} {style}"
    post = full.replace(" ", "-") if style == "Regular" else f"{family.replace(' ', '')}-{style.replace(' ', '')}"
    for number, text in {1: family, 3: f"{post};Gatescope", 4: full, 6: post}.items():
        names.removeNames(nameID=number)
        names.setName(text, number, 3, 1, 0x409)
    for number in (16, 17, 18, 21, 22, 25):
        names.removeNames(nameID=number)


if __name__ == "__main__":
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    font = TTFont(source)
    convert(font)
    if len(sys.argv) > 3:
        rename(font, sys.argv[3])
    font.save(target)
    print(target, target.stat().st_size, "bytes")
