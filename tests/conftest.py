"""What holds for every test."""

import os

from hypothesis import HealthCheck, settings

# How long an example takes says something about the machine, nothing about the code. In CI the examples are the
# same at every run, so that a red run can be repeated; everywhere else they are new ones.
settings.register_profile(
    "sayso", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=bool(os.environ.get("CI"))
)
settings.load_profile("sayso")
