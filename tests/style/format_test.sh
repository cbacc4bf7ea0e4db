#!/usr/bin/env bash
# All C++ files look as .clang-format says, and none is over 400 lines.
set -euo pipefail
cd "$FABULA_SOURCE_DIR"

mapfile -t files < <(find src tests -name '*.cpp' -o -name '*.hpp' | LC_ALL=C sort)
[ ${#files[@]} -gt 0 ]

faults=0
for file in "${files[@]}"; do
    lines=$(wc -l <"$file")
    if [ "$lines" -gt 400 ]; then
        echo "$file: $lines lines; at most 400"
        faults=1
    fi
done

misformatted=$(printf '%s\n' "${files[@]}" | xargs clang-format --dry-run -Werror 2>&1 |
    sed -n 's/^\(src\|tests\)\([^:]*:[0-9]*\):.*/\1\2/p' | LC_ALL=C sort -u -t: -k1,1)
if [ -n "$misformatted" ]; then
    echo "Not as .clang-format has it, first place of each file (mend with clang-format -i FILE):"
    echo "$misformatted"
    faults=1
fi
exit $faults
