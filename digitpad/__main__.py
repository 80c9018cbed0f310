"""``python -m digitpad``."""

from digitpad.app import main

raise SystemExit(main())
