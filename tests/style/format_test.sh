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

report=$FABULA_SCRATCH/report
version=$(clang-format --version | sed 's/.*version \([0-9]*\).*/\1/')
if ! printf '%s\n' "${files[@]}" | xargs clang-format --dry-run -Werror 2>"$report"; then
    echo "Not as .clang-format has it (mend with clang-format -i FILE):"
    grep 'error:' "$report" | cut -d: -f1,2 | LC_ALL=C sort -u -t: -k1,1 || cat "$report"
    # Version 14 decides. Others lay out a few things their own way, such as pointers to members.
    [ "$version" = 14 ] || [ $faults = 1 ] || exit 77
    faults=1
fi
exit $faults
