"""Builds the wheel with maturin from the committed C header, so that every binding reads the same declarations.

maturin looks for `header.h` in cargo's target directory and hands it to cffi unchanged; without one it would let its own
copy of cbindgen write another.
"""

import json
import pathlib
import shutil
import subprocess

import maturin
from maturin import get_requires_for_build_wheel, prepare_metadata_for_build_wheel

__all__ = ["build_wheel", "get_requires_for_build_wheel", "prepare_metadata_for_build_wheel"]

FFI = pathlib.Path(__file__).resolve().parent.parent.parent / "ffi"


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    metadata = subprocess.run(
        ["cargo", "metadata", "--no-deps", "--format-version", "1", "--manifest-path", str(FFI / "Cargo.toml")],
        check=True,
        stdout=subprocess.PIPE,
    )
    target = pathlib.Path(json.loads(metadata.stdout)["target_directory"])
    target.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(FFI / "include" / "netvisor_orders.ffi.h", target / "header.h")
    return maturin.build_wheel(wheel_directory, config_settings, metadata_directory)
