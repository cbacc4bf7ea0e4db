# What the tests of the real window share; to be sourced. Starts the test again on a screen of its own, in a folder for its
# pictures, and says what the program shows (FABULA_TRACE).
set -euo pipefail

for tool in Xvfb xdotool import compare; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is missing (xvfb, xdotool, imagemagick)"; exit 77; }
done
if [ "${1:-}" != --inside ]; then
    exec "$FABULA_SOURCE_DIR/tests/ui/with_display.sh" --size 1600x900 bash "$0" --inside
fi

work=$FABULA_SCRATCH
folder=$work/$(basename "$0" .sh)
rm -rf "$folder"
mkdir -p "$folder"
cd "$folder"
export XDG_CONFIG_HOME=$PWD/config FABULA_TRACE=$PWD/trace
story=$PWD/story.json
cp "$FABULA_SOURCE_DIR/data/stories/deepseek-r2.json" "$story"
program=
trap '[ -z "$program" ] || kill "$program" 2>/dev/null || true' EXIT

fail()
{
    echo "FAILED: $1" >&2
    echo "the last lines of the trace:" >&2
    tail -n 5 "$FABULA_TRACE" >&2 || true
    exit 1
}
# value KEY: what the last line of the trace says
value() { tail -n 1 "$FABULA_TRACE" 2>/dev/null | tr ' ' '\n' | sed -n "s/^$1=//p"; }
# until WHAT CONDITION…: waits for it
until_true()
{
    local what=$1
    shift
    for _ in $(seq 100); do
        if "$@"; then return; fi
        kill -0 "$program" || fail "$what: the program has ended"
        sleep 0.1
    done
    fail "$what"
}
is() { [ "$(value "$1")" = "$2" ]; }
is_not() { [ "$(value "$1")" != "$2" ]; }
greater() { awk -v a="$(value "$1")" -v b="$2" 'BEGIN { exit !(a > b) }'; }
less() { awk -v a="$(value "$1")" -v b="$2" 'BEGIN { exit !(a < b) }'; }
settled()
{
    local before
    before=$(wc -l <"$FABULA_TRACE")
    sleep 0.6
    [ "$(wc -l <"$FABULA_TRACE")" = "$before" ] && is_not moving true
}
settle() { until_true "the window never comes to rest" settled; }
key() { xdotool key --delay 120 "$@"; }
shot() { import -window root "$1.png"; }
# pixels A B: how many differ
pixels() { compare -metric AE "$1.png" "$2.png" null: 2>&1 | awk '{ printf "%d", $1 }' || true; }
changed() { [ "$(pixels "$1" "$2")" -gt "$3" ] || fail "$1 and $2 look the same"; }
same() { [ "$(pixels "$1" "$2")" -le "$3" ] || fail "$1 and $2 differ in $(pixels "$1" "$2") pixels"; }
cpu_ticks() { awk '{ print $14 + $15 }' "/proc/$program/stat"; }
