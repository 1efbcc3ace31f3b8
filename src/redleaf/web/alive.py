"""`python -m redleaf.web.alive`: whether the desk on this machine answers, for a container."""

from __future__ import annotations

import os
import sys
import urllib.request

from redleaf.web.server import ADDRESS, FIRST_PORT


def is_alive(port: int) -> bool:
    """Asked by the name that the server answers to: any other is turned away."""
    host = os.environ.get("REDLEAF_HOSTS", "").partition(",")[0].strip().lstrip(".") or ADDRESS
    ask = urllib.request.Request(f"http://{ADDRESS}:{port}/healthz", headers={"Host": host})
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(ask, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(0 if is_alive(int(sys.argv[1]) if len(sys.argv) > 1 else FIRST_PORT) else 1)
