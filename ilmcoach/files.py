"""Files that only their owner may read, written whole or not at all.

What differs between systems (folder fsync, O_NOFOLLOW, modes, a virus scanner that holds a file)
stands in small functions here, each with a fallback. Tested on Linux only.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from .errors import IlmcoachError

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

_TEMP_END = ".tmp"
_TRIES = 20
_PAUSE_SECONDS = 0.05
_HELD_BY_ANOTHER = (5, 32, 33)
"""Windows error codes of a file that another program has open for the moment."""

_NO_FOLDER_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF, errno.EISDIR)
"""What file systems answer that cannot fsync a folder at all."""

_WHY: dict[int, tuple[str, str]] = {
    errno.ENOSPC: ("the disk is full", "Make some room, then try again."),
    errno.EDQUOT: ("your share of the disk is full", "Make some room, then try again."),
    errno.EFBIG: ("it is too large for this disk", "Choose a folder on another disk."),
    errno.EROFS: ("the disk can only be read", "Choose a folder on a disk you can write to."),
    errno.EACCES: ("you are not allowed to", "Check who owns the folder and its permissions."),
    errno.EPERM: ("you are not allowed to", "Check who owns the folder and its permissions."),
    errno.ENOTDIR: ("a file stands where a folder should be", "Move that file away."),
    errno.EISDIR: ("a folder stands where a file should be", "Move that folder away."),
    errno.EEXIST: ("a file stands where a folder should be", "Move that file away."),
    errno.ENAMETOOLONG: ("its name is too long", "Choose a folder with a shorter name."),
    errno.EIO: ("the disk answered with an error", "Copy your files to another disk soon."),
}


class DiskProblem(IlmcoachError):  # noqa: N818
    """A file or folder that could not be read, written or removed."""


class Disk(Protocol):
    """What the rest of the program asks of a disk. Every method raises `DiskProblem`."""

    def read(self, path: Path) -> bytes | None:
        """The bytes of a file; None if there is no such file."""
        ...

    def write_atomically(self, path: Path, data: bytes) -> None:
        """Put `data` at `path`, durably: when it returns the file holds all of it; if it raises
        or the computer stops, the file holds either all of it or what it held before. The file
        is readable by its owner only. Refuses a symbolic link."""
        ...

    def remove(self, path: Path) -> None:
        """Take a file away for good; nothing happens if it is not there."""
        ...

    def list(self, folder: Path) -> tuple[Path, ...]:
        """The plain files of a folder by name, half-written ones left out; empty if there is no
        such folder."""
        ...

    def make_folder(self, folder: Path) -> None:
        """Make a folder (and those above it) that only its owner may enter; an empty one that
        is there already is made private too, one in use is left as it is."""
        ...

    def is_private(self, path: Path) -> bool:
        """False if others on this computer may read a file or enter a folder; True where that
        cannot be told or there is no such file."""
        ...

    def mark(self, path: Path) -> tuple[int, ...] | None:
        """Something that changes whenever a file is written to or replaced; None if there is no
        such file."""
        ...

    def tidy(self, folder: Path, age: float = 0.0) -> None:
        """Remove half-written files that a stopped program left, if older than `age` seconds."""
        ...

    def move_folder(self, folder: Path, target: Path) -> None:
        """Give a folder (or a link to one) another name in one step, durably; nothing may be
        there yet."""
        ...

    def remove_folder(self, folder: Path) -> None:
        """Take a folder away with all that is in it; nothing happens if it is not there. Links
        are taken away and never followed."""
        ...


class Calls(Protocol):
    """The steps of a durable write, one system call each, so that tests can stop between them.
    Each raises `OSError`."""

    def create(self, path: Path) -> int:
        """Open a new, private file for writing and return its descriptor."""
        ...

    def write(self, descriptor: int, data: bytes) -> None:
        """Write all of `data`."""
        ...

    def sync(self, descriptor: int) -> None:
        """Return when what was written is on the disk itself."""
        ...

    def replace(self, source: Path, target: Path) -> None:
        """Let `source` take the place of `target` in one step."""
        ...

    def sync_folder(self, folder: Path) -> None:
        """Return when the folder's names are on the disk itself, where that can be had."""
        ...

    def pause(self, seconds: float) -> None:
        """Wait."""
        ...


class SystemCalls:
    """The operating system's own calls."""

    def create(self, path: Path) -> int:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        for name in ("O_NOFOLLOW", "O_BINARY", "O_CLOEXEC"):
            flags |= getattr(os, name, 0)
        return os.open(path, flags, PRIVATE_FILE)

    def write(self, descriptor: int, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]

    def sync(self, descriptor: int) -> None:
        if sys.platform == "darwin":
            import fcntl

            # macOS lets fsync return before the drive has written; this call waits for it.
            with suppress(OSError):
                fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
                return
        os.fsync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        source.replace(target)

    def sync_folder(self, folder: Path) -> None:
        if sys.platform == "win32":
            return
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def pause(self, seconds: float) -> None:
        time.sleep(seconds)


class RealDisk:
    """The computer's disk."""

    def __init__(self, calls: Calls | None = None) -> None:
        self._calls: Calls = calls or SystemCalls()

    def read(self, path: Path) -> bytes | None:
        with _explained(path, "read"):
            try:
                return path.read_bytes()
            except FileNotFoundError:
                return None

    def write_atomically(self, path: Path, data: bytes) -> None:
        with _explained(path, "saved"):
            if path.is_symlink():
                raise DiskProblem(
                    f"{path} was not saved: it is a link to another place.",
                    "Put the file itself there instead of the link.",
                )
            temp = path.with_name(f".{path.name}.{secrets.token_hex(6)}{_TEMP_END}")
            try:
                self._fill(temp, data)
                self._replace(temp, path)
            except BaseException:
                with suppress(OSError):
                    temp.unlink()
                raise
            self._sync_folder(path.parent)

    def remove(self, path: Path) -> None:
        with _explained(path, "removed"):
            try:
                path.unlink()
            except FileNotFoundError:
                return
            self._sync_folder(path.parent)

    def list(self, folder: Path) -> tuple[Path, ...]:
        with _explained(folder, "listed"):
            try:
                found = [one for one in folder.iterdir() if one.is_file() and not _is_temp(one)]
            except FileNotFoundError:
                return ()
            return tuple(sorted(found))

    def make_folder(self, folder: Path) -> None:
        with _explained(folder, "made"):
            try:
                folder.mkdir(PRIVATE_FOLDER, parents=True)
            except FileExistsError:
                if not folder.is_dir():
                    raise
                if not _mode_is_private(folder) and not any(folder.iterdir()):
                    folder.chmod(PRIVATE_FOLDER)
                return
            self._sync_folder(folder.parent)

    def is_private(self, path: Path) -> bool:
        with _explained(path, "checked"):
            try:
                return _mode_is_private(path)
            except FileNotFoundError:
                return True

    def mark(self, path: Path) -> tuple[int, ...] | None:
        with _explained(path, "checked"):
            try:
                facts = path.stat()
            except FileNotFoundError:
                return None
            return facts.st_ino, facts.st_size, facts.st_mtime_ns

    def tidy(self, folder: Path, age: float = 0.0) -> None:
        with _explained(folder, "tidied"):
            try:
                left = [one for one in folder.iterdir() if _is_temp(one) and one.is_file()]
            except FileNotFoundError:
                return
            for one in left:
                with suppress(FileNotFoundError):
                    if time.time() - one.stat().st_mtime >= age:
                        one.unlink()

    def move_folder(self, folder: Path, target: Path) -> None:
        with _explained(folder, "moved"):
            if os.path.lexists(target):
                raise FileExistsError(errno.ENOTEMPTY, "something is there already")
            self._replace(folder, target)
            for parent in dict.fromkeys((target.parent, folder.parent)):
                self._sync_folder(parent)

    def remove_folder(self, folder: Path) -> None:
        with _explained(folder, "removed"):
            if folder.is_symlink() or folder.is_file():
                folder.unlink()
            elif folder.is_dir():
                import shutil

                shutil.rmtree(folder)

    def _fill(self, temp: Path, data: bytes) -> None:
        descriptor = self._calls.create(temp)
        try:
            self._calls.write(descriptor, data)
            self._calls.sync(descriptor)
        finally:
            os.close(descriptor)

    def _replace(self, source: Path, target: Path) -> None:
        for _ in range(_TRIES - 1):
            try:
                self._calls.replace(source, target)
            except PermissionError as error:
                if getattr(error, "winerror", None) not in _HELD_BY_ANOTHER:
                    raise
                self._calls.pause(_PAUSE_SECONDS)
            else:
                return
        self._calls.replace(source, target)

    def _sync_folder(self, folder: Path) -> None:
        try:
            self._calls.sync_folder(folder)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise


def _is_temp(path: Path) -> bool:
    return path.name.startswith(".") and path.name.endswith(_TEMP_END)


def _mode_is_private(path: Path) -> bool:
    # Windows keeps rights in lists that the mode does not show; its user folders are private.
    return os.name == "nt" or not stat.S_IMODE(path.stat().st_mode) & 0o077


@contextmanager
def _explained(path: Path, done: str) -> Iterator[None]:
    """Turn what the system answers into `DiskProblem`: what, where, how to mend it."""
    try:
        yield
    except OSError as error:
        why, mend = _WHY.get(error.errno or 0, (error.strerror or str(error), ""))
        raise DiskProblem(f"{path} could not be {done}: {why}.", mend) from error
