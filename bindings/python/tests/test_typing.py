"""The types are complete and right: for the package itself, for these tests, and for a user of the wheel."""

from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import PACKAGE

FOLDERS = [str(PACKAGE / name) for name in ("tests", "bench", "examples")]


@pytest.mark.parametrize("checked", [["--package", "netvisor_orders"], FOLDERS], ids=["package", "users"])
def test_mypy_strict(checked: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    """`consumer.py` also holds wrong uses: strict mode reports an `ignore` that ignores nothing."""
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", str(PACKAGE / "pyproject.toml")]
    command += ["--cache-dir", str(tmp_path_factory.getbasetemp() / "mypy")]
    done = subprocess.run([*command, *checked], cwd=tmp_path_factory.getbasetemp(), stdout=subprocess.PIPE, text=True)
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("Success"), done.stdout
