"""python -m checks"""

import sys

from checks.command_line import main

sys.exit(main(sys.argv[1:]))
