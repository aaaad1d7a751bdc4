"""How all tests run."""

import os

from hypothesis import settings

# Time is measured by bench/speed.py, not here: a busy machine breaks no test. Where CI is set, the same
# examples come in every run; elsewhere new ones are tried each time.
settings.register_profile("project", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("project")
