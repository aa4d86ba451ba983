"""Measures `koppelkaart check` beside Python's own TOML parser. See README.md.

usage: python3 benches/compare.py PROGRAM FOLDER [ROUNDS]
"""

import os
import pathlib
import subprocess
import sys
import time

program, folder = sys.argv[1:3]
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 7
command = [program, "check", folder, "--format", "json"]


def check(threads):
    """Seconds on the clock, seconds of processor, and peak MB of one run."""
    environment = dict(os.environ, **({"RAYON_NUM_THREADS": str(threads)} if threads else {}))
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode in (0, 1), child.returncode
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


# Before anything large is in memory here: a child's peak counts from that of its parent.
runs = {threads: [check(threads) for _ in range(rounds)] for threads in (None, 1)}

import tomllib  # noqa: E402

texts = [path.read_text() for path in sorted(pathlib.Path(folder).rglob("*.toml"))]
parses = []
for _ in range(max(2, rounds // 3)):
    start = time.perf_counter()
    for text in texts:
        tomllib.loads(text)
    parses.append(time.perf_counter() - start)

tomllib_time = min(parses)
print(f"{sum(map(len, texts)) / 1e6:.1f} MB in {len(texts)} files; least of {rounds} runs")
print(f"tomllib, parsing only    {tomllib_time:8.3f} s   1.000")
for threads, measured in runs.items():
    wall, cpu, memory = (min(column) for column in zip(*measured))
    name = f"check, {threads or 'all'} thread{'' if threads == 1 else 's'}"
    print(f"{name:24} {wall:8.3f} s   {wall / tomllib_time:.3f}   processor {cpu:.3f} s, peak {memory:.0f} MB")
