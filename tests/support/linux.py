"""What Linux tells about a process. The benchmarks import it in environments that have nothing else of ours."""

import os
from pathlib import Path


def cpu(pid: int) -> float:
    """Seconds of processor time that a process has used."""
    fields = Path("/proc", str(pid), "stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> tuple[float, float]:
    """Resident MiB of a process: now, and at the peak since its start or the last `forget_peak`."""
    status = Path("/proc", str(pid), "status").read_text("ascii")
    found = dict(line.split(":", 1) for line in status.splitlines())
    now, peak = (int(found[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))
    return now, peak


def forget_peak(pid: int) -> None:
    Path("/proc", str(pid), "clear_refs").write_text("5", "ascii")
