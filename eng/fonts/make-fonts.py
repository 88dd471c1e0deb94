#!/usr/bin/env python3
"""Makes the fonts that HallSuite ships, from fonts under open licences.

Sources (each under the SIL Open Font License 1.1; the texts lie beside the results):
  npm    @expo-google-fonts/noto-serif-sc 0.4.3   NotoSerifSC_400Regular.ttf, NotoSerifSC_700Bold.ttf
  npm    @expo-google-fonts/noto-sans-sc 0.4.3    NotoSansSC_700Bold.ttf
  Debian 12  fonts-lxgw-wenkai 1.250              LXGWWenKai-Regular.ttf ("LXGW" and its Chinese name are reserved: renamed)
  Debian 12  fonts-hanazono 20170904              HanaMinB.ttf
Tools: fontTools and brotli (Debian 12: python3-fonttools, python3-brotli).

Usage: make-fonts.py SOURCES CHARACTERS.csv TARGET
  SOURCES         a folder with the five files above
  CHARACTERS.csv  the list of standard characters (通用规范汉字表), a code point such as U+4E00 in its third column
  TARGET          HallSuite.Infrastructure/Platform/Pdf/Fonts/Files

Hinting and layout tables are dropped: a PDF uses neither. Files are brotli at its highest level, which takes some minutes.
"""
import csv
import io
import os
import sys

import brotli
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x370, 0x460), *range(0x1E00, 0x1F00)]
SYMBOLS = [*range(0x2000, 0x2070), *range(0x20A0, 0x20D0), *range(0x2100, 0x2800), *range(0x2E80, 0x2FE0), *range(0x2FF0, 0x3400),
           *range(0xFE10, 0xFE20), *range(0xFE30, 0xFE70), *range(0xFF00, 0xFFF0), 0x303E]
HAN = [*range(0x4E00, 0xA000), *range(0x3400, 0x4DC0), *range(0xF900, 0xFB00)]
BEYOND = [*range(0x20000, 0x2FA20)]


def gb2312():
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                yield ord(bytes((high, low)).decode("gb2312"))
            except UnicodeDecodeError:
                pass


def standard(file):
    with open(file, encoding="utf-8") as rows:
        return [int(row[2][2:], 16) for row in csv.reader(rows) if row[2].startswith("U+")]


def add_ticks(font):
    """No source has boxes to tick; they are put together from the square, the tick and the cross that each has."""
    names = font.getBestCmap()
    square, tick, cross = (names[c] for c in (0x25A1, 0x2713, 0xD7))
    for character, twin in ((0x2610, square), (0x2714, tick), (0x2715, cross)):
        add_character(font, character, twin)
    for character, mark in ((0x2611, tick), (0x2612, cross)):
        if character not in names:
            add_character(font, character, add_inside(font, square, mark, f"uni{character:04X}"))


def add_character(font, character, glyph):
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.setdefault(character, glyph)


def add_inside(font, outer, inner, name):
    glyf, scale = font["glyf"], 0.7
    frame, mark = (glyf[n] for n in (outer, inner))
    both = Glyph()
    both.numberOfContours = -1
    both.components = [component(outer, 1, 0, 0), component(
        inner, scale, round((frame.xMin + frame.xMax - scale * (mark.xMin + mark.xMax)) / 2), round((frame.yMin + frame.yMax - scale * (mark.yMin + mark.yMax)) / 2))]
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    glyf.glyphs[name] = both
    glyf.glyphOrder = font.getGlyphOrder()
    font["hmtx"].metrics[name] = font["hmtx"].metrics[outer]
    both.recalcBounds(glyf)
    return name


def component(name, scale, x, y):
    part = GlyphComponent()
    part.glyphName, part.x, part.y, part.flags = name, x, y, 0x0002 | 0x0004  # offsets are whole units; rounded to the grid
    if scale != 1:
        part.transform = [[scale, 0], [0, scale]]
    return part


def make(source, name, characters, target):
    font = TTFont(source)
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.notdef_outline = True
    options.name_IDs = [0, 13, 14]
    options.name_languages = [0x409]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG", "gasp", "kern", "STAT", "meta", "mort", "morx"]
    part = subset.Subsetter(options)
    part.populate(unicodes=characters)
    part.subset(font)
    if 0x25A1 in font.getBestCmap():
        add_ticks(font)
    for identity, text in ((1, name), (2, "Regular"), (3, f"{name} 1.0"), (4, name), (5, "Version 1.0"), (6, name)):
        font["name"].setName(text, identity, 3, 1, 0x409)
    raw = io.BytesIO()
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(raw)
    packed = brotli.compress(raw.getvalue(), quality=11, lgwin=24)
    with open(os.path.join(target, f"{name}.ttf.br"), "wb") as file:
        file.write(packed)
    print(f"{name}: {len(font.getBestCmap())} characters, {len(raw.getvalue()):,} bytes, packed {len(packed):,}", flush=True)


def main(sources, characters, target):
    os.makedirs(target, exist_ok=True)
    table = standard(characters)
    usual = [*LATIN, *SYMBOLS, *gb2312(), *table]
    at = lambda file: os.path.join(sources, file)
    make(at("NotoSansSC_700Bold.ttf"), "HallHei", usual, target)
    make(at("LXGWWenKai-Regular.ttf"), "HallKai", usual, target)
    make(at("NotoSerifSC_700Bold.ttf"), "HallBiaoSong", usual, target)
    make(at("NotoSerifSC_400Regular.ttf"), "HallSong", [*LATIN, *SYMBOLS, *HAN, *table], target)
    make(at("HanaMinB.ttf"), "HallRare", BEYOND, target)


if __name__ == "__main__":
    main(*sys.argv[1:4])
