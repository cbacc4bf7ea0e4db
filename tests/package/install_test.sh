#!/usr/bin/env bash
# What `cmake --install` lays down works from there, away from the source tree.
set -euo pipefail

prefix=$FABULA_SCRATCH/prefix
rm -rf "$prefix"
cmake --install "$FABULA_BUILD_DIR" --prefix "$prefix" >"$FABULA_SCRATCH/install.log"

for file in bin/fabula share/applications/fabula.desktop share/man/man1/fabula.1 share/doc/fabula/LICENSE \
    share/icons/hicolor/scalable/apps/fabula.svg share/icons/hicolor/256x256/apps/fabula.png \
    share/fabula/i18n/en.json share/fabula/i18n/de.json share/fabula/schema/story.schema.json \
    share/fabula/stories/deepseek-r2.json; do
    [ -s "$prefix/$file" ] || { echo "not installed, or empty: $file"; exit 1; }
done
desktop-file-validate "$prefix/share/applications/fabula.desktop"

cd "$FABULA_SCRATCH"
version=$("$prefix/bin/fabula" --version)
grep -qF "$(sed -n 's/^project(fabula VERSION \([0-9.]*\).*/\1/p' "$FABULA_SOURCE_DIR/CMakeLists.txt")" <<<"$version"

report=$("$prefix/bin/fabula" check "$prefix"/share/fabula/stories/*.json)
count=$(find "$prefix/share/fabula/stories" -name '*.json' | wc -l)
grep -qx "0 errors, 0 warnings in $count files" <<<"$report" || { echo "$report"; exit 1; }

"$prefix/bin/fabula" schema | cmp - "$prefix/share/fabula/schema/story.schema.json"

# Each call of the command line has its place in the manual, and none is in it that the program does not know.
for call in $(sed -n 's/^\.SS fabula \([a-z]*\).*/\1/p' "$prefix/share/man/man1/fabula.1"); do
    "$prefix/bin/fabula" "$call" --help >/dev/null || { echo "in the manual only: fabula $call"; exit 1; }
done
