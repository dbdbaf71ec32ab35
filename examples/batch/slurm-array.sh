#!/usr/bin/env bash
#SBATCH --job-name=mocban-cards
#SBATCH --array=1-8
#SBATCH --cpus-per-task=1
#SBATCH --mem=1G
#SBATCH --time=04:00:00
#SBATCH --output=mocban-%A-%a.log
# Prints a roster as an array job; the folders are on a disk that all nodes share:
#     cd examples/batch && sbatch slurm-array.sh OFFICE ROSTER WORK
# Failed tasks alone: sbatch --array=3,5 slurm-array.sh OFFICE ROSTER WORK
# Afterwards, once: mocban register merge WORK/office-* --office OFFICE
set -euo pipefail

# As many as --array above; not taken from Slurm, which counts only the tasks of this submission.
shards=8

: "${SLURM_ARRAY_TASK_ID:?submit it with sbatch, or set it to a number from 1 to $shards}"
(($# == 3)) || { echo "usage: sbatch slurm-array.sh OFFICE ROSTER WORK" >&2; exit 64; }
# Slurm runs a copy of this file, elsewhere.
here=${SLURM_SUBMIT_DIR:-$(cd "$(dirname "$0")" && pwd)}
exec "$here/print-shard.sh" "$SLURM_ARRAY_TASK_ID" "$shards" "$1" "$2" "$3" --jobs "${SLURM_CPUS_PER_TASK:-1}"
