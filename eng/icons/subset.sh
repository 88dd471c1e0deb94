#!/bin/sh
# Makes HallSuite.Web/wwwroot/fonts/radzen-icons.woff2 from the Material Symbols of the restored Radzen package: 4 MB become a few dozen kB.
# Needs fontTools and brotli (Debian: apt-get install python3-fonttools python3-brotli). Run it after a change of radzen-icons.txt or of the Radzen version.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
version=$(sed -n 's/.*Include="Radzen.Blazor" Version="\([^"]*\)".*/\1/p' "$root/Directory.Packages.props")
package="${NUGET_PACKAGES:-$HOME/.nuget/packages}/radzen.blazor/$version/staticwebassets/fonts"
out="$root/HallSuite.Web/wwwroot/fonts"
PYTHON=${PYTHON:-/usr/bin/python3}

"$PYTHON" - "$here/radzen-icons.txt" "$package/MaterialSymbolsOutlined.woff2" "$out/radzen-icons.woff2" <<'PY'
import sys
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

names_file, source, target = sys.argv[1:]
names = [line.strip() for line in open(names_file, encoding="utf-8") if line.strip() and not line.startswith("#")]
font = TTFont(source)
ligatures = {}
by_char = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
for lookup in font["GSUB"].table.LookupList.Lookup:
    for table in lookup.SubTable:
        table = getattr(table, "ExtSubTable", table)
        for first, rest in getattr(table, "ligatures", {}).items():
            for ligature in rest:
                text = "".join(by_char.get(g, "?") for g in [first, *ligature.Component])
                ligatures[text] = ligature.LigGlyph
unknown = [name for name in names if name not in ligatures]
if unknown:
    sys.exit("Material Symbols has no sign for: " + ", ".join(unknown))

axes = {axis.axisTag for axis in font["fvar"].axes} if "fvar" in font else set()
wanted = {"FILL": 0, "GRAD": 0, "opsz": 24, "wght": 400}
font = instancer.instantiateVariableFont(font, {tag: value for tag, value in wanted.items() if tag in axes})
options = subset.Options(flavor="woff2", layout_closure=False, layout_features=["*"], name_IDs=["*"], notdef_outline=True, hinting=False)
subsetter = subset.Subsetter(options)
subsetter.populate(glyphs=sorted({ligatures[name] for name in names}), text="abcdefghijklmnopqrstuvwxyz0123456789_")
subsetter.subset(font)
font.flavor = "woff2"
font["head"].modified = font["head"].created
font.recalcTimestamp = False
font.save(target)
print(len(names), "signs")
PY
cat "$package/LICENSE-APACHE-MaterialSymbols.txt" "$here/Apache-2.0.txt" > "$out/radzen-icons.LICENSE.txt"
ls -l "$out"
