#!/usr/bin/env bash
# Prints one shard of a roster from a copy of the office: print-shard.sh NUMBER COUNT OFFICE ROSTER WORK [MORE…]
#
# NUMBER is 1 to COUNT. The copy is WORK/office-NUMBER, the cards are in WORK/cards-NUMBER; MORE goes to `mocban cards`.
# A job that was stopped goes on when it is started again.
set -euo pipefail
(($# >= 5)) || { sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 64; }
number=$1 count=$2 office=$3 roster=$4 work=$5
shift 5
mocban=${MOCBAN:-mocban}
copy=$work/office-$number
out=$work/cards-$number

mkdir -p "$work"
if [[ ! -d $copy ]]; then
    # The register is copied as it is at one moment; the copy has its name when it is whole.
    rm -rf "$copy.part"
    cp -a "$office" "$copy.part"
    rm -f "$copy.part"/register*
    "$mocban" register backup "$copy.part/register.sqlite" --office "$office" --json >/dev/null
    mv "$copy.part" "$copy"
fi

status=0
"$mocban" cards "$roster" --office "$copy" --out "$out" --shard "$number/$count" --wait "$@" || status=$?
# 1 with a manifest: all is printed but the rows in rejected.csv, which no second try would print.
if ((status == 1)) && [[ -f $out/manifest.json ]]; then status=0; fi
exit "$status"
