"""Every command of the program as data, by its name."""

from digitpad.workspace.commands.of_runs import RUNS
from digitpad.workspace.commands.of_the_class import CLASS
from digitpad.workspace.commands.of_the_queue import QUEUE
from digitpad.workspace.commands.of_the_window import EDIT, FILE, HELP, VIEW
from digitpad.workspace.commands.of_training import CHOSEN, PACE, STEP, TIME, TRAIN

_ALL = (*FILE, *EDIT, *TRAIN, *CHOSEN, *PACE, *STEP, *TIME, *RUNS, *QUEUE, *CLASS, *VIEW, *HELP)
COMMANDS = {command.name: command for command in _ALL}
