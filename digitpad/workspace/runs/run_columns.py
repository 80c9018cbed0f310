"""Which columns of the table of runs are worth their room: what says nothing, or finds no room, is left out."""

from collections.abc import Collection, Mapping, Sequence

from digitpad.runs.run import Run
from digitpad.workspace.runs.run_cells import ACCURACIES, LOSSES, Column

BY_WORTH: tuple[tuple[tuple[Column, ...], ...], ...] = (
    ((Column.VALIDATION,), (Column.TEST,)),
    ((Column.TRAINING,), (Column.TRAINING_LOSS, Column.VALIDATION_LOSS, Column.TEST_LOSS)),
    ((Column.EPOCHS,), (Column.BEST_EPOCH,), (Column.SECONDS,), (Column.RECIPE,)),
)
"""What comes and goes together, the most telling first; between these words have more of the room."""

OF_VALIDATION = frozenset({Column.VALIDATION, Column.VALIDATION_LOSS, Column.BEST_EPOCH})


def telling(runs: Sequence[Run], *, differ: bool) -> frozenset[Column]:
    """Return the columns that say something of these runs, or will.

    ``differ`` says whether anything sets some of them apart.
    """
    columns = set(Column)
    if not differ:
        columns.discard(Column.DIFFERENCE)
    if not any(run.recipe.data.validation for run in runs):
        columns -= OF_VALIDATION
    if runs and all(run.history.accuracies and not run.history.scores for run in runs):  # earlier versions'
        columns -= {*ACCURACIES, *LOSSES} - {Column.TEST}
    return frozenset(columns)


def fitting(
    columns: Collection[Column], widths: Mapping[Column, int], wishes: tuple[int, int], room: int
) -> frozenset[Column]:
    """Return those of these columns that find room beside one another.

    Names are always among them, and what differs, or the recipe where nothing does, if a score has room besides:
    a list without any would not tell which run was better.

    Args:
        widths: what each needs at least, in pixels.
        wishes: how much more what differs, or the recipe, takes before there is a third score, and before there is
            anything but scores.
        room: what there is for all.
    """
    words = Column.DIFFERENCE if Column.DIFFERENCE in columns else Column.RECIPE
    found = {Column.NAME, words}
    left = room - widths[Column.NAME] - widths[words]
    scores = [widths[column] for groups in BY_WORTH[0] for column in groups if column in columns]
    if scores and left < min(scores) <= left + widths[words]:
        found.discard(words)
        left += widths[words]
        columns = frozenset(columns) - {words}
    for groups, wish in zip(BY_WORTH, (*wishes, 0), strict=True):
        for group in groups:
            more = [column for column in group if column in columns and column not in found]
            needed = sum(widths[column] for column in more)
            if needed <= left:
                found.update(more)
                left -= needed
        left -= wish
    return frozenset(found)
