# SPDX-License-Identifier: MIT
"""The extension: nothing for users."""
from typing import Any

def __getattr__(name: str) -> Any: ...
