"""What the benchmarks have in common: running commands, and measuring them on one core."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build/bench"
MOCBAN = ROOT / ".build/release/mocban"
OUTPUT = WORK / "output"
PINNED = ["taskset", "-c", "0"]

# Runs a command in an interpreter of its own: a process's peak memory counts what its parent held when it started it.
MEASURE = """
import os, sys, time
start = time.monotonic()
process = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ, file_actions=[
    (os.POSIX_SPAWN_OPEN, 1, sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)])
_, status, usage = os.wait4(process, 0)
print(time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status))
"""


def say(text=""):
    print(text, flush=True)


def stop(text):
    sys.exit(f"Benchmarks: {text}")


def call(*command, **options):
    """Runs a command that must succeed; gives its output."""
    try:
        return subprocess.run([str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True, **options).stdout
    except subprocess.CalledProcessError as error:
        # Swift's compiler says what is wrong on its standard output.
        stop(f"{error}\n{error.stdout}")
    except OSError as error:
        stop(error)


def built(program):
    """Builds a program of the package for release; gives its path.

    MOCBAN_BUILD names a folder where it is built already: CI counts what the tests run with, while they run.
    """
    if kept := os.environ.get("MOCBAN_BUILD"):
        return ROOT / kept / "release" / program
    call("swift", "build", "-c", "release", "--product", program, cwd=ROOT)
    return ROOT / ".build/release" / program


def measure(*command, allowed=(0,), pin=PINNED):
    """Runs a command on core 0, its output into OUTPUT; gives wall seconds, CPU seconds and peak KiB."""
    words = call(sys.executable, "-IS", "-c", MEASURE, OUTPUT, *pin, *command).split()
    wall, cpu, peak, status = float(words[0]), float(words[1]), int(words[2]), int(words[3])
    if status < 0:
        stop(f"signal {-status} ended {' '.join(map(str, command))}: was it killed from outside, or memory short?")
    if status not in allowed:
        stop(f"exit status {status} of {' '.join(map(str, command))}")
    return {"wall": wall, "cpu": cpu, "peak_kib": peak}


def count_instructions(*command):
    """Instructions of a command, start-up included, by Valgrind: the same on a machine that does other work."""
    with tempfile.TemporaryDirectory(prefix="mocban-count-") as folder:
        # What else is in the environment moves the stack; a seed of its own would make every run's hashing another.
        environment = {
            "PATH": os.environ["PATH"], "TMPDIR": folder, "LANG": "en_US.UTF-8", "SWIFT_DETERMINISTIC_HASHING": "1",
            "MOCBAN_RESOURCES": str(ROOT),
        }
        if "LD_LIBRARY_PATH" in os.environ:
            environment["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
        words = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "--vgdb=no", *map(str, command)]
        result = subprocess.run(words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    counted = re.search(r"Collected : (\d+)", result.stderr)
    if result.returncode not in (0, 1) or not counted:
        stop(f"{' '.join(words)} ended with status {result.returncode}:\n{result.stderr}")
    return int(counted.group(1))


def need_valgrind():
    install([package for tool, package in [("valgrind", "valgrind"), ("strip", "binutils")] if not shutil.which(tool)])


def strip(built, stripped):
    """Copies a program without what Debian 12's Valgrind gives up at, Swift's debug information."""
    call("strip", "--strip-debug", "-o", stripped, built)


def make_office(folder):
    """Makes an office anew; gives the moment that all runs issue at."""
    shutil.rmtree(folder, ignore_errors=True)
    call(MOCBAN, "init", folder, "--unit", "19897", "--name", "UBND xã Quảng Phú", "--hotline", "0234 3557 999")
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def empty_register(office):
    """Gives an office an empty register, so that nobody has a card yet."""
    for path in office.glob("register.*"):
        path.unlink()
    call(MOCBAN, "register", "new", "--office", office)


def install(packages):
    """Installs Debian packages where it may, else says what to install."""
    if not packages:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        stop(f"first run: sudo {' '.join(command)}")
    say(f"Installing {' '.join(packages)}.")
    # A machine that was just made has no list of packages, or an old one.
    call("apt-get", "update", "-qq")
    call(*command)


def processor():
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return "unknown"


def verdict(what, is_reached):
    say(f"{what}: {'reached' if is_reached else 'not reached'}")
