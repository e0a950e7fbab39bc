"""A program in a pseudo-terminal, and how long its answers take: what `felt` and `capacity` are made with.

Wants Python 3.9 and Linux, and nothing besides. An answer to a key is all that comes until nothing came for SETTLE
seconds; it took until its last byte, so that the wait that ends it is not counted.
"""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from pathlib import Path

SETTLE = 0.05
# A first frame may be drawn in steps: a longer silence ends it.
FIRST_SETTLE = 0.3
ASKED = re.compile(rb"\x1b\[[0-9>?;]*[cn]|\x1b\](1[01]);\?")


def reply(asked):
    """What a terminal answers when a program asks it who it is; a program that waits for it would seem slow."""
    if asked.startswith(b"\x1b]"):
        which, light = asked[2:4], b"ffff" if asked[2:4] == b"10" else b"0000"
        return b"\x1b]" + which + b";rgb:" + b"/".join([light] * 3) + b"\x1b\\"
    return {b"\x1b[c": b"\x1b[?62;22c", b"\x1b[0c": b"\x1b[?62;22c", b"\x1b[>c": b"\x1b[>41;380;0c",
            b"\x1b[6n": b"\x1b[1;1R", b"\x1b[5n": b"\x1b[0n"}.get(asked, b"")


def field(file, name):
    """A number of kilobytes in a file of /proc."""
    found = re.search(name + r":\s+(\d+)", file.read_text())
    return int(found.group(1)) if found else 0


class Session:
    """One program in a terminal of its own."""

    def __init__(self, words, size=(80, 24), environment=None):
        self.program = words[0]
        columns, rows = size
        told, tell = os.pipe2(os.O_CLOEXEC)
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
                os.write(tell, struct.pack("d", time.monotonic()))
                os.execvpe(words[0], words, environment or dict(os.environ))
            finally:
                os._exit(127)
        os.close(tell)
        # The pipe is closed by the exec: what is measured begins there, and not where this process was copied.
        start = b"".join(iter(lambda: os.read(told, 64), b""))
        os.close(told)
        self.start = struct.unpack("d", start[:8])[0]
        os.set_blocking(self.fd, False)
        self.modes = b""

    def read(self):
        """What has come, or nothing; OSError when the program has ended."""
        try:
            came = os.read(self.fd, 65536)
        except BlockingIOError:
            return b""
        if not came:
            raise OSError("ended")
        for asked in ASKED.finditer(came):
            os.write(self.fd, reply(asked.group()))
        if b"\x1b[?1h" in came or b"\x1b[?1l" in came:
            self.modes = max((came.rfind(b"\x1b[?1" + one), one) for one in (b"h", b"l"))[1]
        return came

    def collect(self, since, settle, at_most, wanted=None):
        """One answer: seconds to its first and last byte, and the answer. `wanted` must be in it before it may end."""
        first = last = None
        answer = b""
        while True:
            now = time.monotonic()
            found = wanted is None or re.search(wanted, answer)
            ends = last + settle if last and found else since + at_most
            if now >= ends:
                break
            if select.select([self.fd], [], [], ends - now)[0]:
                try:
                    came = self.read()
                except OSError as ended:
                    raise EOFError(f"{self.program} has ended: {answer[-300:]!r}") from ended
                if came:
                    last = time.monotonic()
                    first = first or last
                    answer += came
        if last is None or not found:
            raise TimeoutError(f"{self.program}: no answer within {at_most} s ({answer[-300:]!r})")
        return first - since, last - since, answer

    def first_frame(self, wanted):
        """Seconds to the first byte, to the first frame, and to the last of what is worked out and drawn after it."""
        first, drawn, _ = self.collect(self.start, SETTLE, 30, wanted)
        try:
            return first, drawn, self.collect(self.start, FIRST_SETTLE, drawn + 2)[1]
        except TimeoutError:
            return first, drawn, drawn

    def send(self, keys):
        """Types; returns when."""
        if self.modes == b"h":
            keys = re.sub(rb"\x1b\[(?=[ABCD])", lambda _: b"\x1bO", keys)
        at = time.monotonic()
        os.write(self.fd, keys)
        return at

    def key(self, keys, at_most=3):
        """Seconds to the last byte of a key's answer, and the bytes of it; None where nothing is drawn for it."""
        try:
            _, last, answer = self.collect(self.send(keys), SETTLE, at_most)
        except TimeoutError:
            return None
        return last, len(answer)

    def quiet(self, seconds=0.8, at_most=5):
        """Waits until nothing more comes: work that was begun at the start is over. A clock that ticks is let be."""
        begun = last = time.monotonic()
        while time.monotonic() - last < seconds and time.monotonic() - begun < at_most:
            if select.select([self.fd], [], [], 0.05)[0] and self.read():
                last = time.monotonic()

    def memory(self):
        """Megabytes: the most it ever had, and what is its own now (not the program's file, which all share)."""
        status = Path(f"/proc/{self.pid}/status")
        return field(status, "VmHWM") / 1024, field(status, "RssAnon") / 1024

    def end(self, keys=()):
        """Leaves by these keys, one at a time, and hangs up, as a dropped line does; whoever does not end is ended."""
        for key in keys:
            self.send(key)
            time.sleep(0.2)
        os.close(self.fd)
        for stop in (signal.SIGHUP, signal.SIGTERM, signal.SIGKILL):
            try:
                os.kill(self.pid, stop)
            except ProcessLookupError:
                pass
            for _ in range(100):
                if os.waitpid(self.pid, os.WNOHANG)[0]:
                    return
                time.sleep(0.01)


def quantile(values, part):
    """The value that this part of the values is at or below."""
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * part))]


def median(values):
    return quantile(values, 0.5)


def machine():
    """What was measured on, in a line."""
    cpu = re.search(r"model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text())
    memory = field(Path("/proc/meminfo"), "MemTotal") / 1024 / 1024
    return f"{os.cpu_count()} × {cpu.group(1) if cpu else 'CPU'}, {memory:.0f} GiB, load {os.getloadavg()[0]:.1f}"
