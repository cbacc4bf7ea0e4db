# What ./run and ./test have in common; they source it. Each step prints a line or two and keeps its log in build/log.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
logs=$root/build/log
packages=$root/third_party/packages.txt

say() { printf '%s\n' "$*"; }

# stepFailed STEP LOG ADVICE…
stepFailed()
{
    local step=$1 log=$2
    shift 2
    {
        say ''
        say "Failed: $step. From its log:"
        { sed -n '/^FAILED: /,$p' "$log" | head -n 40 | grep . || tail -n 25 "$log"; } | cut -c 1-200 | sed 's/^/    /'
        say "The whole log: $log"
        say "What to do: $*"
    } >&2
    rm -f "$root"/build/.packages-*
    exit 1
}

# missingPackages GROUP…: those of the groups that are not installed, one a line.
missingPackages()
{
    local groups="$*"
    comm -23 \
        <(awk -v groups="$groups" 'BEGIN { split(groups, g, " "); for (i in g) wanted[g[i]] = 1 }
                                   $1 in wanted { print $2 }' "$packages" | sort -u) \
        <(dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' |
            awk '$1 == "installed" { print $2 }' | sort -u)
}

# installPackages GROUP…: once done, it is not looked at again until the list changes.
installPackages()
{
    local stamp sum missing
    stamp=$root/build/.packages-$(IFS=-; echo "$*")
    sum=$(cksum <"$packages")
    [ "$(cat "$stamp" 2>/dev/null)" = "$sum" ] && return
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        say "This is no Debian: what is listed in $packages must be installed already."
        return
    fi
    mapfile -t missing < <(missingPackages "$@")
    if [ ${#missing[@]} -gt 0 ]; then
        aptInstall "${missing[@]}"
    fi
    echo "$sum" >"$stamp"
}

aptInstall()
{
    local log=$logs/packages.log
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
    local command="apt-get install --no-install-recommends $*"
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null || ! { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
            say "$# packages are missing, and installing them takes root. Run this as root, then try again:" >&2
            say "    $command" >&2
            exit 1
        fi
        apt=(sudo "${apt[@]}")
    fi
    say "Installing $# packages: $*"
    # Where some other source of the machine fails to answer, Debian's own may still suffice.
    "${apt[@]}" update >"$log" 2>&1 </dev/null || say "  apt-get update had errors; going on with what it has"
    "${apt[@]}" install --yes --no-install-recommends "$@" >>"$log" 2>&1 </dev/null ||
        stepFailed 'installing packages' "$log" "see whether this works by hand: $command"
}

# build PRESET [TARGET]
build()
{
    local preset=$1 target=${2:-all} log
    local folder=$root/build/$preset
    if [ ! -f "$folder/build.ninja" ] || [ "$root/CMakePresets.json" -nt "$folder/build.ninja" ]; then
        configure "$preset"
    fi
    log=$logs/build-$preset.log
    # `ninja` by itself, for it starts in a tenth of the time that `cmake --build` takes.
    NINJA_STATUS='[%f/%t] ' ninja -C "$folder" -j "$(nproc)" "$target" 2>&1 </dev/null | showProgress "$log" ||
        stepFailed 'building' "$log" "if it is not the code that you changed, try again after: rm -r $folder"
}

configure()
{
    local preset=$1 fresh=()
    local log=$logs/configure-$preset.log
    local cache=$root/build/$preset/CMakeCache.txt
    if [ -f "$cache" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache"; then
        fresh=(--fresh)
    fi
    say "Configuring (preset $preset)"
    (cd "$root" && cmake --preset "$preset" "${fresh[@]}") >"$log" 2>&1 </dev/null ||
        stepFailed 'configuring' "$log" "the first error above says what is missing; then try again"
}

# Copies ninja's output to a file and says every tenth of the way how far it is.
showProgress()
{
    local log=$1 line next=0 done total
    while IFS= read -r line; do
        printf '%s\n' "$line" >&3
        if [[ $line =~ ^\[([0-9]+)/([0-9]+)\]\ [^R] ]]; then # not "Re-checking globs" or "Re-running CMake"
            done=${BASH_REMATCH[1]} total=${BASH_REMATCH[2]}
            if [ $((done * 10)) -ge $((next * total)) ]; then
                say "Building: $done of $total"
                next=$((done * 10 / total + 1))
            fi
        fi
    done 3>"$log"
}

mkdir -p "$logs"
