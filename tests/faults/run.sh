#!/usr/bin/env bash
# Fault tests that need an administrator, mounts, much time or special limits: tests/faults/run.sh BINARY [PART…]
# The commands are those of verbs.txt. A part this machine cannot do is skipped and named at the end; MOMENTS=100
# ends every command at more moments.
set -uo pipefail
binary=$(realpath "${1:?the binary to test}")
shift
here=$(realpath "$(dirname "$0")")
samples=$(realpath "$here/../../samples")
work=$(mktemp -d)
mounts=()
moments=${MOMENTS:-20}
faults=0 checks=0 ran=() skipped=()
tidy() {
    # A command that a signal meets before it has begun is still this script, and would tidy up too.
    [ "$BASHPID" = $$ ] || return
    for place in "${mounts[@]}"; do umount -l "$place" 2>/dev/null; done
    chmod -R u+rwX "$work" 2>/dev/null
    rm -rf "$work"
}
trap tidy EXIT

old='accepted: []' # what lies where a result goes: `accept` can read it

fault() { faults=$((faults + 1)); echo "FAULT $*"; }
check() { checks=$((checks + 1)); }
skip() { skipped+=("$1: $2"); echo "SKIPPED $1: $2"; return 0; }
jixiao() { timeout 120 "$binary" "$@" </dev/null; }

# A folder with what the commands of verbs.txt read.
desk() {
    mkdir -p "$1/sheets"
    cp "$samples"/wuhan-2024/*.yaml "$1/sheets"
    cp "$samples/wuhan-2024/whatif/brand-not-run.yaml" "$1/scenario.yaml"
    cp "$samples/documents/wuhan.docx" "$1/form.docx"
    cp "$samples/documents/targets-center-2026.txt" "$1/targets.txt"
}
# The lines of verbs.txt of these kinds.
verbs() { grep -E "^($1) " "$here/verbs.txt"; }
# Puts the words of a command into `words`, its target into `target`.
read_verb() {
    words=() target=
    local word
    for word in $1; do
        case $word in OUT*) target=$2${word#OUT} word=$target ;; esac
        words+=("$word")
    done
}
hash_of() { if [ -d "$1" ]; then (cd "$1" && find . -type f -print0 | sort -z | xargs -0r sha256sum); else sha256sum <"$1"; fi; }
# What is right for every command, by its line.
declare -A right
learn() {
    desk "$work/plain"
    echo "$old" >"$work/old"
    cd "$work/plain" || exit 1
    while read -r kind line; do
        read_verb "$line" "out"
        jixiao "${words[@]}" >/dev/null 2>"$work/said" || { echo "cannot run: $line: $(cat "$work/said")"; exit 1; }
        right[$line]=$(hash_of "$target")
        rm -rf "$target"
    done < <(verbs 'file|new|folder')
}
# The exit code is none of a crash, and nobody panicked.
sound() {
    check
    case $2 in 0 | 1 | 3) ;; *) fault "$1: exit code $2: $(head -c 300 "$work/said")" ;; esac
    grep -q panicked "$work/said" && fault "$1: $(head -c 300 "$work/said")"
}
# The target is as it was or as it should be; in a folder every file is whole.
whole() {
    check
    local line=$1 kind=$2 target=$3
    case $kind in
    file) cmp -s "$target" "$work/old" || [ "$(hash_of "$target")" = "${right[$line]}" ] || fault "$line: a piece of $(wc -c <"$target") bytes" ;;
    new) [ ! -e "$target" ] || [ "$(hash_of "$target")" = "${right[$line]}" ] || fault "$line: a piece" ;;
    folder)
        [ -d "$target" ] || return
        local file
        while IFS= read -r file; do
            [ -z "$file" ] || grep -qxF -- "$file" <<<"${right[$line]}" || fault "$line: $file"
        done < <(hash_of "$target" | grep -v '/\.jixiao-')
        ;;
    esac
}
drafts() { find "$1" -name '.jixiao-*' | head -1; }
fresh() { rm -rf "$2"; [ "$1" != file ] || echo "$old" >"$2"; }
may_mount() {
    [ "$(id -u)" = 0 ] || { skip "$1" "needs root"; return 1; }
    mkdir -p "$work/mounted"
    mount -t tmpfs -o "size=$2" tmpfs "$work/mounted" 2>/dev/null || { skip "$1" "no tmpfs can be mounted"; return 1; }
    mounts+=("$work/mounted")
}
unmount() { umount "$work/mounted"; mounts=(); }

part_full() { # a disk with less and less room
    may_mount full 1m || return
    cd "$work/plain" || exit 1
    local room refused=0
    for room in 1 4 16 64; do
        while read -r kind line; do
            find "$work/mounted" -mindepth 1 -delete
            read_verb "$line" "$work/mounted/out"
            fresh "$kind" "$target"
            head -c $((1048576 - $(du -s --block-size=1 "$work/mounted" | cut -f1) - room * 4096)) /dev/zero >"$work/mounted/filler" 2>/dev/null
            jixiao "${words[@]}" >/dev/null 2>"$work/said"
            code=$?
            sound "$line ($room pages)" $code
            whole "$line" "$kind" "$target"
            [ $code != 1 ] || refused=$((refused + 1))
            [ $code != 1 ] || grep -q '磁盘空间不足' "$work/said" || fault "$line: $(head -c 300 "$work/said")"
            [ -z "$(drafts "$work/mounted")" ] || fault "$line: a draft is left"
        done < <(verbs 'file|new|folder')
    done
    echo "full: $refused runs refused"
    [ $refused -gt 0 ] || fault "the disk was never full"
    unmount
}

part_read_only() { # a disk that is read-only
    may_mount read_only 4m || return
    cd "$work/plain" || exit 1
    while read -r kind line; do
        mount -o remount,rw "$work/mounted"
        read_verb "$line" "$work/mounted/out"
        fresh "$kind" "$target"
        mount -o remount,ro "$work/mounted"
        jixiao "${words[@]}" >/dev/null 2>"$work/said"
        code=$?
        sound "$line" $code
        whole "$line" "$kind" "$target"
        [ $code = 1 ] && grep -q '磁盘是只读的' "$work/said" || fault "$line: $code $(head -c 300 "$work/said")"
    done < <(verbs 'file|new|folder')
    unmount
}

part_nobody() { # folders and files a user has no right to
    [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null || { skip nobody "needs root and setpriv"; return; }
    local place=$work/nobody
    desk "$place"
    cp "$binary" "$work/jixiao"
    chmod 755 "$work" "$work/jixiao"
    cd "$place" || exit 1
    local nobody=(setpriv --reuid 65534 --regid 65534 --clear-groups "$work/jixiao")
    "${nobody[@]}" --version >/dev/null || { skip nobody "another user cannot run the binary"; return; }
    while read -r kind line; do
        read_verb "$line" "out"
        fresh "$kind" "$target"
        "${nobody[@]}" "${words[@]}" >/dev/null 2>"$work/said" </dev/null
        code=$?
        sound "$line" $code
        whole "$line" "$kind" "$target"
        [ $code = 1 ] && grep -q '没有权限' "$work/said" || fault "$line: $code $(head -c 300 "$work/said")"
    done < <(verbs 'file|new|folder')
    mkdir shut && cp sheets/* shut && chmod 700 shut && chmod 600 sheets/whole.yaml
    local read
    for read in 'score shut' 'score shut/whole.yaml' 'score sheets' 'rules check shut'; do
        "${nobody[@]}" $read >/dev/null 2>"$work/said" </dev/null
        code=$?
        sound "$read" $code
        [ $code = 1 ] && grep -q '没有权限' "$work/said" || fault "$read: $code $(head -c 300 "$work/said")"
    done
}

part_ended() { # every command ended at random moments
    local place=$work/ended early=0 left=0 signal kind line moment
    desk "$place"
    cd "$place" || exit 1
    RANDOM=2026
    while read -r kind line; do
        read_verb "$line" "out"
        fresh "$kind" "$target"
        local begun=${EPOCHREALTIME/./}
        jixiao "${words[@]}" >/dev/null 2>&1
        local lasts=$((${EPOCHREALTIME/./} - begun))
        for signal in KILL INT TERM; do
            for ((moment = 0; moment < moments; moment++)); do
                find "$place" -name '.jixiao-*' -exec rm -rf {} +
                fresh "$kind" "$target"
                # In a script `&` ignores SIGINT.
                env --default-signal "$binary" "${words[@]}" >/dev/null 2>"$work/said" </dev/null &
                local job=$!
                sleep "$(printf '0.%06d' $((RANDOM * 32768 % (lasts * 5 / 4 + 1) % 1000000)))"
                kill -s $signal $job 2>/dev/null && early=$((early + 1))
                wait $job 2>/dev/null
                whole "$line" "$kind" "$target"
                if [ -n "$(drafts "$place")" ]; then
                    [ $signal = KILL ] || fault "$line: a draft is left after $signal"
                    left=$((left + 1))
                fi
            done
        done
    done < <(verbs 'file|new|folder')
    echo "ended: $early runs ended early, drafts left by SIGKILL in $left"
    [ $early -gt 0 ] || fault "no run was ended early"
}

part_memory() { # less and less memory to be had
    local place=$work/memory least=1000 room refused=0
    desk "$place"
    cd "$place" || exit 1
    # With less the system cannot even begin the program, and says so or not.
    until (ulimit -v $least -c 0; exec "$binary" --version) >"$work/said" 2>&1; do least=$((least + 1000)); done 2>/dev/null
    for room in 1000000 200000 $((least + 70000)) $((least + 40000)) $((least + 20000)) $((least + 10000)) $((least + 5000)) $least; do
        while read -r kind line; do
            read_verb "$line" "out"
            fresh "$kind" "$target"
            (ulimit -v $room -c 0; timeout 120 "$binary" --lang zh "${words[@]}" </dev/null >/dev/null 2>"$work/said") 2>/dev/null
            code=$?
            whole "$line" "$kind" "$target"
            # 134: the allocator ends the program, having said so.
            case $code in 0 | 1 | 3 | 134) ;; *) fault "$line, $room KiB: $code $(head -c 300 "$work/said")" ;; esac
            [ $code = 0 ] || { refused=$((refused + 1)); [ -s "$work/said" ] || fault "$line, $room KiB: nothing said"; }
        done < <(verbs 'file|new|folder')
    done
    find "$place" -name '.jixiao-*' -exec rm -rf {} +
    echo "memory: $refused runs refused"
    [ $refused -gt 0 ] || fault "memory was never short"
}

part_clock() { # another date
    command -v faketime >/dev/null || { skip clock "needs faketime"; return; }
    [ "$(faketime '1999-01-02 03:04:05' date +%Y)" = 1999 ] || { skip clock "faketime has no effect here"; return; }
    same_bytes clock faketime '1971-01-02 03:04:05' "$binary"
    same_bytes clock faketime '2099-12-31 23:59:59' "$binary"
}

part_places() { # another folder, file system, user's mask, order of files, number of threads
    same_bytes places env -i LC_ALL=tr_TR.UTF-8 TZ=Asia/Kathmandu "$binary"
    may_mount places 16m || return
    local place=$work/mounted/另一处 name
    mkdir -p "$place/sheets"
    for name in targets.txt form.docx scenario.yaml sheets/whole.yaml sheets/startup.yaml sheets/series.yaml; do
        (umask 077; cp "$work/plain/$name" "$place/$name"; touch -d '2001-02-03' "$place/$name")
    done
    (cd "$place/sheets" && cp "$samples/wuhan-2024/README.md" .)
    cd "$place" || exit 1
    RAYON_NUM_THREADS=1 compare places "$binary"
    # What is set aside goes to another disk than the results.
    cd "$work/same" && echo '{' >bad.jsonl || exit 1
    jixiao batch bad.jsonl -o out.jsonl --rejected "$place/aside.jsonl" 2>"$work/said"
    code=$?
    sound 'batch to two disks' $code
    [ $code = 1 ] && grep -q '"line":1' "$place/aside.jsonl" || fault "batch to two disks: $code $(head -c 300 "$work/said")"
    [ -z "$(drafts "$place")" ] || fault "batch to two disks: a draft is left"
    cd /
    unmount
}
same_bytes() {
    desk "$work/same"
    cd "$work/same" || exit 1
    compare "$@"
}
compare() {
    local part=$1 kind line
    shift
    while read -r kind line; do
        read_verb "$line" "out"
        rm -rf "$target"
        "$@" "${words[@]}" >/dev/null 2>"$work/said" </dev/null
        sound "$line" $?
        check
        [ "$(hash_of "$target")" = "${right[$line]}" ] || fault "$part: $line has other bytes ($*)"
        rm -rf "$target"
    done < <(verbs 'file|new|folder')
}

part_huge() { # ten gigabytes
    local place=$work/huge name code
    mkdir -p "$place"
    cd "$place" || exit 1
    for name in a.yaml a.json a.xlsx a.xls a.ods a.docx a.pdf a.html a.txt a.csv; do
        truncate -s 10G $name || { skip huge "no file with holes can be made"; return; }
        local begun=${EPOCHREALTIME/./}
        (ulimit -v 300000; timeout 60 "$binary" score $name </dev/null >/dev/null 2>"$work/said")
        code=$?
        sound $name $code
        grep -q '文件超过 64 MiB' "$work/said" || fault "$name: $(head -c 300 "$work/said")"
        [ $((${EPOCHREALTIME/./} - begun)) -lt 10000000 ] || fault "$name: took more than ten seconds"
        rm $name
    done
}

part_devices() { # devices among the files of a folder
    [ "$(id -u)" = 0 ] || { skip devices "needs root"; return; }
    local place=$work/devices words
    desk "$place"
    cd "$place" || exit 1
    mknod sheets/zero.yaml c 1 5 && mknod sheets/full.txt c 1 7 || { skip devices "no device can be made"; return; }
    mkfifo sheets/pipe.json
    for words in 'score sheets' 'audit sheets' 'import sheets' 'score sheets/*.yaml' 'whatif sheets --break-even'; do
        set -f
        timeout 60 "$binary" $words </dev/null >"$work/out" 2>"$work/said"
        code=$?
        set +f
        sound "$words" $code
        [ $code != 1 ] && [ -s "$work/out" ] || fault "$words: $code $(head -c 300 "$work/said")"
    done
    # Named, a device is read as far as any reader reads.
    jixiao score sheets/zero.yaml 2>"$work/said"
    sound zero $?
    grep -q '文件超过 64 MiB' "$work/said" || fault "a device without end: $(head -c 300 "$work/said")"
}

part_deep() { # folders deeper than a path can be long
    local place=$work/deep name
    desk "$place"
    cd "$place" || exit 1
    name=$(printf '深%.0s' {1..80})
    mkdir tree && cp sheets/startup.yaml tree
    (cd tree && for _ in {1..30}; do mkdir "$name" && cd -P "$name" 2>/dev/null || break; done; cp "$place/sheets/whole.yaml" . 2>/dev/null)
    jixiao score tree -f csv >"$work/out" 2>"$work/said"
    code=$?
    sound deep $code
    [ $code = 1 ] && grep -q '文件名或路径太长' "$work/said" || fault "deep: $code $(head -c 300 "$work/said")"
    grep -q '^startup,' "$work/out" || fault "deep: what can be reached is not scored"
}

part_many() { # thousands of files, sixteen of them open
    local place=$work/many number
    mkdir -p "$place/f"
    cd "$place" || exit 1
    for number in {1..3000}; do cp "$samples/wuhan-2024/startup.yaml" "f/$number.yaml"; done
    for words in 'score f -q -f csv -o out.csv' 'audit f -q --fail-on never -o out.json' 'import f -q -o imported'; do
        (ulimit -n 16; timeout 600 "$binary" $words </dev/null >/dev/null 2>"$work/said")
        code=$?
        sound "$words" $code
        [ $code = 0 ] || fault "$words: $(head -c 300 "$work/said")"
    done
    check
    [ "$(find imported -name '*.yaml' | wc -l)" = 3000 ] || fault "not all 3000 were imported"
}

parts=("$@")
[ $# -gt 0 ] || parts=(full read_only nobody ended memory clock places huge devices deep many)
learn
for part in "${parts[@]}"; do
    before=${#skipped[@]}
    "part_$part"
    [ "$before" != "${#skipped[@]}" ] || ran+=("$part")
done
echo
echo "ran: ${ran[*]}"
echo "skipped: ${#skipped[@]}"
for one in "${skipped[@]}"; do echo "  $one"; done
echo "$checks checks, $faults faults"
[ $faults = 0 ]
