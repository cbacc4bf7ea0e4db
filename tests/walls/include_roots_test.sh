#!/usr/bin/env bash
# A forbidden include does not compile, because no include folder of the layer holds it; an allowed one does. Every pair
# of layers is tried with the folders that the build really uses.
set -euo pipefail

# FROM:what it may include, besides itself
readonly table='
core:
time:core
model:core time
io:core time model
graph:core time model
ask:core time model graph
layout:core time model graph
scene:core time model graph layout
paint:core time model graph layout scene
brief:core time model io graph ask layout scene paint
ui:core time model io graph ask layout scene paint brief
app:core time model io graph ask layout scene paint brief ui'

# Any header of a layer, as LAYER/FILE; nothing while the layer has none.
headerOf()
{
    (cd "$FABULA_SOURCE_DIR/src" && find "$1" -name '*.hpp' | LC_ALL=C sort | head -n 1)
}

compiles()
{
    local layer=$1 header=$2 roots
    mapfile -t roots < <(sed '/^$/d; s/^/-I/' "$FABULA_BUILD_DIR/include_roots/$layer.txt")
    echo "#include \"$header\"" |
        "$CXX" -std=c++20 -E -x c++ "${roots[@]}" - 2>"$FABULA_SCRATCH/errors" >/dev/null
}

faults=0 pairs=0
while IFS=: read -r from allowed; do
    [ -n "$from" ] || continue
    for to in core time model io graph ask layout scene paint brief ui app; do
        header=$(headerOf "$to")
        [ -n "$header" ] || continue
        pairs=$((pairs + 1))
        if [[ " $from $allowed " == *" $to "* ]]; then
            compiles "$from" "$header" || { echo "$from cannot include $header:"; head -n 3 "$FABULA_SCRATCH/errors"; faults=1; }
        elif compiles "$from" "$header"; then
            echo "$from includes $header, and it compiles"
            faults=1
        fi
    done
done <<<"$table"

[ $pairs -gt 50 ] || { echo "only $pairs pairs of layers could be tried"; exit 1; }
echo "$pairs pairs of layers tried"
exit $faults
