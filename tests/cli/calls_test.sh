#!/usr/bin/env bash
# What scripts may rely on: exit codes, where output goes, fixed shapes.
set -u
cd "$FABULA_SCRATCH" || exit 1
rm -rf ./*
story=$FABULA_SOURCE_DIR/data/stories/deepseek-r2.json
second=$FABULA_SOURCE_DIR/data/stories/rosetta-stone.json
failures=0

# expect NAME CODE COMMAND…: runs it, keeps out.txt and err.txt, compares the exit code.
expect() {
  local name=$1 code=$2; shift 2
  "$@" >out.txt 2>err.txt
  local got=$?
  if [ "$got" != "$code" ]; then
    echo "FAILED $name: exit code $got, expected $code"; sed 's/^/  | /' out.txt err.txt | head -20
    failures=$((failures + 1))
  fi
}
# holds NAME FILE PATTERN: an extended regular expression is found in the file.
holds() {
  if ! grep -qE -- "$3" "$2"; then
    echo "FAILED $1: no \"$3\" in $2:"; head -10 "$2" | sed 's/^/  | /'
    failures=$((failures + 1))
  fi
}
empty() { [ -s "$2" ] && { echo "FAILED $1: $2 is not empty"; head -5 "$2"; failures=$((failures + 1)); }; }

expect "shipped stories are clean" 0 "$FABULA" check "$story" "$second"
holds "summary line" out.txt '^0 errors, 0 warnings in 2 files$'
expect "findings as JSON" 0 "$FABULA" check --json "$story"
holds "an empty list" out.txt '^\[\]$'

printf '{"fabula": 1,\n "id": 7}' >bad.json
expect "a bad story" 1 "$FABULA" check bad.json
holds "place and code" out.txt '^bad\.json:[0-9]+:[0-9]+: error F[0-9]{3}: '
holds "counts" out.txt '^[1-9][0-9]* errors?, [0-9]+ warnings? in 1 file$'
expect "errors of all kinds in one go" 1 "$FABULA" check "$FABULA_SOURCE_DIR/tests/io/bad/F501-loop-among-other-errors.json"
holds "a wrong word" out.txt ' error F204: '
holds "a date" out.txt ' error F401: '
holds "a loop" out.txt ' error F501: .*: second → third → second;'
expect "a story that is not there" 1 "$FABULA" check nowhere.json
holds "names the file" out.txt 'nowhere\.json'

expect "a range beside the story" 0 "$FABULA" render "$story" -o beside.png --range ../1900
holds "says that it is empty" err.txt '^warning: No event stands in the range'
expect "a range with the story in it" 0 "$FABULA" render "$story" -o wide.png --range 2000/2030
empty "has nothing to say" err.txt

expect "a date" 0 "$FABULA" date "2025-02~/2025-08-14" --lang de --json
holds "earliest" out.txt '"earliest": "2025-02-01T00:00:00.000Z"'
holds "latest" out.txt '"latest": "2025-08-14T23:59:59.999Z"'
holds "German words" out.txt '"words": "etwa Februar 2025'
expect "a wrong date" 1 "$FABULA" date 2025-13
holds "names the column" err.txt 'column 6'
empty "errors do not go to standard output" out.txt

expect "the schema" 0 "$FABULA" schema
cmp -s out.txt "$FABULA_SOURCE_DIR/assets/schema/story.schema.json" || { echo "FAILED the schema differs"; failures=$((failures + 1)); }

for format in png svg pdf; do
  expect "render $format" 0 "$FABULA" render "$story" -o "a.$format"
  expect "render $format again" 0 "$FABULA" render "$story" -o "b.$format"
  cmp -s "a.$format" "b.$format" || { echo "FAILED $format is not the same twice"; failures=$((failures + 1)); }
done
expect "all options" 0 "$FABULA" render "$story" -o c.png --size 1280x720 --scale 2 --lang de --theme light \
  --range 2025-01/2025-09 --as-of 2025-08-13 --select r1-launch --report c.json
holds "the report's size is in pixels of the file" c.json '2560'
head -c 8 c.png | od -An -tx1 | grep -q '89 50 4e 47 0d 0a 1a 0a' || { echo "FAILED no PNG"; failures=$((failures + 1)); }
scene=$(grep -A3 '"scenes"' "$story" | grep -oE '"id": "[^"]+"' | head -1 | cut -d'"' -f4)
expect "a scene" 0 "$FABULA" render "$story" -o scene.png --scene "$scene"
expect "an unknown scene" 2 "$FABULA" render "$story" -o d.png --scene nowhere
holds "says which" err.txt 'nowhere'
expect "an unknown event" 2 "$FABULA" render "$story" -o d.png --select r1-lunch
holds "a better one" err.txt 'did you mean `r1-launch`'
expect "a language that the story lacks" 0 "$FABULA" render "$story" -o fr.png --lang fr
holds "says which stands in" err.txt 'only in en, de; en stands in'
expect "an unknown format" 2 "$FABULA" render "$story" -o d.bmp
expect "a silly size" 2 "$FABULA" render "$story" -o d.png --size 10x10
expect "a folder that is not there" 1 "$FABULA" render "$story" -o nowhere/d.png
expect "a broken story" 1 "$FABULA" render bad.json -o d.png
[ -e d.png ] && { echo "FAILED a failed call left a file"; failures=$((failures + 1)); }

expect "a question" 0 "$FABULA" ask "$story" why r2-slips
holds "its answer" out.txt '^“May passes without R2” was caused by “Ascend training runs never finish”, '
empty "and nothing else" err.txt
expect "a question in German" 0 "$FABULA" ask "$story" why r2-slips --lang de
holds "its answer in German" out.txt '^„Der Mai vergeht ohne R2“ wurde durch „Training auf Ascend gelingt nie“ verursacht'
expect "an answer as JSON" 0 "$FABULA" ask "$story" why r2-slips --json --as-of 2025-08-14
python3 - <<'EOF' || failures=$((failures + 1))
import json
answer = json.load(open("out.txt", encoding="utf-8"))
assert list(answer) == ["question", "asOf", "sentence", "answer"], list(answer)
assert answer["question"] == "why" and answer["asOf"] == "2025-08-14"
assert answer["answer"]["steps"][0]["event"] == "ascend-training-fails"
EOF
expect "what was known by a day" 0 "$FABULA" ask "$story" why r2-slips --as-of 2025-07-01
holds "says which day" out.txt '· as known on 1 July 2025$'
holds "knows no more" out.txt '^No cause of “May passes without R2” is on record\.$'
expect "an unknown question" 2 "$FABULA" ask "$story" whence r2-slips
expect "a question about nothing" 2 "$FABULA" ask "$story" why
holds "says how many ids" err.txt '"why" takes 1 id, not 0'
expect "a question about too much" 2 "$FABULA" ask "$story" pivots r2-slips
expect "an unknown event in a question" 2 "$FABULA" ask "$story" why r2-slip
holds "a better event" err.txt 'no event `r2-slip`; did you mean `r2-slips`'
expect "an unknown goal" 2 "$FABULA" ask "$story" path r1-launch r2-slip
holds "a better goal" err.txt 'did you mean `r2-slips`'
expect "an unknown source" 2 "$FABULA" ask "$story" without semafore
holds "a better source" err.txt 'no event or source `semafore`; did you mean `semafor`'
expect "a source that is no event" 2 "$FABULA" ask "$story" why ft
holds "says what to ask" err.txt 'it is a source: ask "without ft"'
expect "a source thought away" 0 "$FABULA" ask "$story" without ft
expect "two events without a link" 2 "$FABULA" ask "$story" without r2-slips r1-launch
holds "says so" err.txt 'no link leads from `r2-slips` to `r1-launch`'
expect "a question on a loop" 0 "$FABULA" ask "$FABULA_SOURCE_DIR/tests/io/bad/F501-causal-loop.json" pivots
holds "says that it is one" out.txt 'These events are said to cause each other and are taken as one: '
expect "a question to a broken story" 1 "$FABULA" ask bad.json pivots

expect "no display" 3 env -u DISPLAY -u WAYLAND_DISPLAY "$FABULA" "$story"
holds "names the way out" err.txt 'fabula render'
expect "a misspelt command" 1 "$FABULA" rendr
holds "names the commands" err.txt 'no file `rendr`; the commands are check, render'
expect "an unknown option" 2 "$FABULA" --nonsense
expect "help" 0 "$FABULA" --help
expect "version" 0 "$FABULA" --version
holds "version" out.txt '^fabula [0-9]+\.[0-9]+'

[ "$failures" = 0 ] && echo "all calls behave"
exit "$failures"
