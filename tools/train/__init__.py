"""Learn the weights of the scorers again: `python -m tools.train` (docs/training.md)."""

import os

# More threads would add in another order, and the bytes would differ from run to run. Read by
# numpy's parts when they are loaded, so it stands here, before any of them.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"
# What the rules find hangs in places on the order of sets; the processes that read the texts start
# with this seed, so that they find the same every time.
os.environ["PYTHONHASHSEED"] = "0"
