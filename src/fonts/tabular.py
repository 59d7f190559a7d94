"""Makes the "Gatescope Sans" fonts: Inter with its tabular figures as the ordinary ones.

JavaFX cannot switch on an OpenType feature (tnum), so the character map itself points to the tabular glyphs.
Usage: python3 src/fonts/tabular.py FOLDER-WITH-INTER resources/org/gatescope/ui/fonts
Needs fonttools. The decision and its reasons: docs/decisions/0005-fonts.md.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

# file name: (file of Inter, family, style); JavaFX finds a weight that is neither regular nor bold by its family only
CUTS = {
    "GatescopeSans-Regular.otf": ("Inter-Regular.otf", "Gatescope Sans", "Regular"),
    "GatescopeSans-Bold.otf": ("Inter-Bold.otf", "Gatescope Sans", "Bold"),
    "GatescopeSans-SemiBold.otf": ("Inter-SemiBold.otf", "Gatescope Sans SemiBold", "Regular"),
}


def tabular(font):
    """Lets every character that has a tabular form show it."""
    gsub = font["GSUB"].table
    lookups = {i for r in gsub.FeatureList.FeatureRecord if r.FeatureTag == "tnum" for i in r.Feature.LookupListIndex}
    forms = {}
    for i in lookups:
        for table in gsub.LookupList.Lookup[i].SubTable:
            forms.update(getattr(table, "ExtSubTable", table).mapping)
    for table in font["cmap"].tables:
        table.cmap = {code: forms.get(glyph, glyph) for code, glyph in table.cmap.items()}


def rename(font, family, style):
    full = family if style == "Regular" else f"{family} {style}"
    post = full.replace(" ", "")
    names = font["name"]
    for record in list(names.names):
        if record.nameID in (7, 16, 17, 21, 22, 25):
            names.removeNames(nameID=record.nameID)
    description = "Inter with its tabular figures as default, for Gatescope"
    for number, text in {1: family, 2: style, 3: f"{post};Gatescope", 4: full, 6: post, 10: description}.items():
        names.removeNames(nameID=number)
        names.setName(text, number, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames = [post]
    cff.topDictIndex[0].FullName = full
    cff.topDictIndex[0].FamilyName = family


def make(source, target, family, style):
    font = TTFont(source)
    tabular(font)
    options = Options()
    options.layout_features = ["ccmp", "locl", "mark", "mkmk", "kern", "calt"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for code in font.getBestCmap() if code < 0xE000])
    subsetter.subset(font)
    rename(font, family, style)
    font.save(target)
    widths = {font["hmtx"][font.getBestCmap()[ord(c)]][0] for c in "0123456789+-\u2212"}
    print(target, Path(target).stat().st_size, "bytes; widths of figures and signs:", widths)


if __name__ == "__main__":
    inter, out = Path(sys.argv[1]), Path(sys.argv[2])
    for name, (source, family, style) in CUTS.items():
        make(inter / source, out / name, family, style)
