#!/usr/bin/env bash
# Prints the example commune in processes of their own, one for each shard, and merges their registers:
#     examples/batch/run-shards.sh [COUNT [WORK]]
#
# COUNT is 8, WORK is build/batch. OFFICE and ROSTER name others than the example's; MOCBAN names the program.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
count=${1:-8}
work=${2:-$root/build/batch}
roster=${ROSTER:-$root/examples/quang-dien/roster.csv}
if [[ -z ${MOCBAN:-} ]]; then
    MOCBAN=$(command -v "$root/.build/release/mocban" || command -v "$root/.build/debug/mocban" || command -v mocban) ||
        { echo "mocban is not built: make build" >&2; exit 69; }
fi
export MOCBAN
mkdir -p "$work"
office=${OFFICE:-$work/office}
[[ -f $office/mocban.yaml ]] || "$MOCBAN" init "$office" --unit 19897 --name "UBND xã Quảng Phú"

pids=()
for ((number = 1; number <= count; number++)); do
    "$here/print-shard.sh" "$number" "$count" "$office" "$roster" "$work" --jobs 1 >"$work/shard-$number.log" 2>&1 &
    pids+=($!)
done
failed=0
for ((number = 1; number <= count; number++)); do
    status=0
    wait "${pids[number - 1]}" || status=$?
    sed "s/^/$number: /" "$work/shard-$number.log"
    if ((status > 0)); then failed=$status; fi
done
((failed == 0)) || { echo "a shard failed; the same command goes on from where it was" >&2; exit "$failed"; }

copies=()
for ((number = 1; number <= count; number++)); do copies+=("$work/office-$number"); done
"$MOCBAN" register merge "${copies[@]}" --office "$office"
"$MOCBAN" register verify --office "$office"
"$MOCBAN" report --office "$office"
