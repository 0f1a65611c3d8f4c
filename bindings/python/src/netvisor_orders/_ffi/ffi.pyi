from . import FFI

ffi: FFI
