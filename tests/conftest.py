"""For all tests: what makes them steady, and quicker without changing what they see."""

from __future__ import annotations

import gc

import pytest
from hypothesis import HealthCheck, settings

# A change is judged by the same cases each time, however busy the computer is; new cases are
# looked for with `pytest --hypothesis-profile=search`.
SLOW = [HealthCheck.too_slow]
settings.register_profile("search", deadline=None, suppress_health_check=SLOW)
settings.register_profile("steady", settings.get_profile("search"), derandomize=True)
settings.load_profile("steady")


def pytest_configure(config: pytest.Config) -> None:
    """A screen makes and drops thousands of objects a key, none of them in circles that matter
    here; looking for those less often saves a fifth of the time."""
    gc.set_threshold(100_000, 50, 100)
    config.addinivalue_line("markers", "long: takes a minute or more; begun before all others")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long ones first, so that no worker is left alone with one at the end."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes made at the start (a Word file, a PDF) hold the time, so that workers would not agree
    on the names of the tests; nor can anybody read them."""
    return argname if isinstance(val, bytes) else None
