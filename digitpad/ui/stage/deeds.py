"""What each command does: where their words meet workspace and window."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from digitpad.engines.acts.protocol import Go
from digitpad.engines.pacing import FULL, WATCH
from digitpad.engines.protocol import Step
from digitpad.runs.recipe import Loop
from digitpad.runs.run import Run
from digitpad.ui.canvas.canvas import Canvas
from digitpad.ui.files.class_files import ClassFiles
from digitpad.ui.files.exports import Exports
from digitpad.ui.files.network_files import NetworkFiles
from digitpad.ui.files.session_files import SessionFiles
from digitpad.ui.files.tested_file import TestedFile
from digitpad.ui.keeping.moments_choice import MomentsChoice
from digitpad.ui.recipe.sheet import RecipeSheet
from digitpad.ui.stage.actions import Actions
from digitpad.ui.stage.guide import Guide, show_about
from digitpad.ui.stage.training_news import TrainingNews
from digitpad.ui.stage.view_area import ViewArea
from digitpad.ui.views.host import ViewHost
from digitpad.ui.views.protocol import Exportable
from digitpad.workspace.classroom.class_mode import Mode
from digitpad.workspace.queue.queue_commands import of_the_queue
from digitpad.workspace.workspace import Workspace

Deed = Callable[[], object]

MANY = 20
"""Batches of nothing but the class's drawing: enough to see what they do to all other answers."""


class Window(Protocol):
    """What of a window its commands act on."""

    workspace: Workspace
    actions_: Actions
    views: ViewHost
    canvas: Canvas
    sheet: RecipeSheet
    area: ViewArea
    files: SessionFiles
    network_files: NetworkFiles
    class_files: ClassFiles
    exports: Exports
    tested_file: TestedFile
    guide: Guide
    news: TrainingNews

    def show_sheet(self, on: bool) -> None:
        """Lay the recipe over the view, or take it away."""

    def close(self) -> bool:
        """Close the window, and say whether it did."""


def connect_actions(window: Window) -> None:
    """Let every command of a window do what it is for."""
    space, actions = window.workspace, window.actions_
    own = _of_files(window), _of_drawings(space), _of_training(space), _of_steps(window), of_the_queue(space)
    for group in (*own, _of_the_class(window), _of_the_stage(window)):
        actions.connect(group)
    for name, act in _of_runs(window).items():
        actions[name].triggered.connect(_with_selected(space, act))
    actions["recipe"].toggled.connect(window.show_sheet)
    window.sheet.closed.connect(lambda: actions["recipe"].setChecked(False))
    window.area.tabs.tabBarClicked.connect(lambda _place: actions["recipe"].setChecked(False))
    actions["eraser"].toggled.connect(window.canvas.hold_eraser)
    actions["exhibit_label"].toggled.connect(space.easel.set_tells)
    actions["own_joins"].toggled.connect(space.own.set_joins)
    actions["guess_first"].toggled.connect(space.inspection.set_guess_first)
    MomentsChoice(actions["save_moments"], actions.menus["file"], space)
    for loop in Loop:
        actions[f"loop_{loop}"].toggled.connect(partial(_choose_loop, window, loop))


def _choose_loop(window: Window, loop: Loop, on: bool) -> None:
    if on:
        window.workspace.training.loop = loop
        window.news.show_recipe()


def _of_files(window: Window) -> dict[str, Deed]:
    space, exports = window.workspace, window.exports
    return {
        "open": window.files.open,
        "open_last": lambda: window.files.replace_by(space.recovery.open_last),
        "save": window.files.save,
        "save_as": window.files.save_as,
        "open_network": window.network_files.open,
        "save_network": lambda: window.network_files.save(space.network.saved()),
        "open_drawings": window.files.open_drawings,
        "save_drawings": window.files.save_drawings,
        "add_ours": window.class_files.add,
        "save_ours": window.class_files.save,
        "export_ours": window.class_files.export,
        "test_on_file": lambda: _test_on_file(window),
        "export_plot": lambda: _of_exportable(window, exports.picture),
        "copy_plot": lambda: _of_exportable(window, exports.copy),
        "export_keras": lambda: exports.network_to_keras(space.network.snapshot),
        "quit": window.close,
    }


def _test_on_file(window: Window) -> None:
    if window.tested_file.open():
        window.workspace.ask_for_view("test")


def _of_drawings(space: Workspace) -> dict[str, Deed]:
    return {
        "undo": space.board.undo,
        "redo": space.board.redo,
        "clear": space.board.clear,
        "remove_strays": space.easel.digits.remove_strays,
        "previous_digit": lambda: space.easel.digits.step(-1),
        "next_digit": lambda: space.easel.digits.step(1),
        "previous": lambda: space.sketchbook.turn(-1),
        "next": lambda: space.sketchbook.turn(1),
        "random_picture": space.easel.hang_any,
        "on_easel": lambda: _hang_chosen(space),
        "to_canvas": space.easel.take_down,
    }


def _hang_chosen(space: Workspace) -> None:
    exhibit = space.chosen.first()
    if exhibit is not None:
        space.easel.hang(exhibit)


def _train_on_chosen(space: Workspace) -> None:
    pictures = space.chosen.pictures()  # as they are now: the test's may be a moment's, which is over then
    space.past.to_now()
    space.chosen_batch.train(pictures)


def _of_training(space: Workspace) -> dict[str, Deed]:
    commands = space.commands
    return {
        "train": commands.toggle_training,
        "step": lambda: commands.step(Step.EPOCH if _shift_is_held() else Step.BATCH),
        "step_epoch": lambda: commands.step(Step.EPOCH),
        "stop": space.training.stop,
        "reset": commands.reset,
        "undo_training": commands.undo_training,
        "new_seed": commands.draw_new_seed,
        "ready_made": commands.take_ready_made,
        "train_on_these": lambda: _train_on_chosen(space),
        "end_comparison": space.comparison.end,
        "earlier": lambda: space.past.go(-1),
        "later": lambda: space.past.go(1),
        "play_time": space.past.toggle_play,
        "to_now": space.past.to_now,
        "slower": lambda: commands.change_pace(faster=False),
        "faster": lambda: commands.change_pace(faster=True),
        "full_speed": lambda: commands.toggle_pace(FULL),
        "watch": lambda: commands.toggle_pace(WATCH),
    }


def _of_steps(window: Window) -> dict[str, Deed]:
    stepping = window.workspace.stepping

    def go(how: Go) -> Deed:
        def show_and_go() -> None:
            if stepping.can_go_on:  # the view pauses what trains, and a key can come before that is told
                window.workspace.past.to_now()
                window.workspace.ask_for_view("step")
                stepping.go_on(how)

        return show_and_go

    return {
        "next_line": go(Go.LINE),
        "next_card": go(Go.CARD),
        "step_finish": go(Go.END),
        "step_back": stepping.go_back,
        "step_first": stepping.go_to_first,
        "step_last": stepping.go_to_last,
        "own_once": _now(window.workspace, lambda: window.workspace.own.train(1)),
        "own_twenty": _now(window.workspace, lambda: window.workspace.own.train(MANY)),
    }


def _of_the_class(window: Window) -> dict[str, Deed]:
    collector, mode = window.workspace.collector, window.workspace.class_mode

    def show(which: Mode) -> Deed:
        def show_mode() -> None:
            collector.end()
            mode.choose(which)
            window.workspace.ask_for_view("class")

        return show_mode

    def open_digits() -> None:
        show(Mode.DIGITS)()
        mode.open()

    def collect() -> None:
        if collector.is_collecting:
            collector.end()
            return
        show(Mode.COLLECT)()
        collector.begin()
        window.canvas.setFocus()

    return {
        "collect": collect,
        "accept": collector.accept,
        "take_back": collector.take_back,
        "pass_pen": collector.pass_pen,
        "our_digits": open_digits,
        "use_digits": show(Mode.USE),
    }


def _of_the_stage(window: Window) -> dict[str, Deed]:
    return {
        "tear_off": window.area.tear_off,
        "help": window.guide.show,
        "about": lambda: show_about(window.area.window()),
    }


def _of_runs(window: Window) -> dict[str, Callable[[Run], object]]:
    space = window.workspace
    return {
        "use": space.commands.use,
        "compare": space.comparison.begin,
        "go_on": space.commands.go_on,
        "one_more_epoch": space.commands.one_more_epoch,
        "export_run": window.exports.run_to_csv,
        "take_home": window.exports.run_to_script,
        "delete": space.commands.delete,
    }


def _with_selected(space: Workspace, act: Callable[[Run], object]) -> Deed:
    def act_on_selected() -> None:
        if space.selected is not None:
            act(space.selected)

    return act_on_selected


def _now(space: Workspace, deed: Deed) -> Deed:
    """Return what returns to now before it does something: what is trained by hand is what answers then."""

    def return_and_do() -> None:
        space.past.to_now()
        deed()

    return return_and_do


def _shift_is_held() -> bool:
    return bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)


def _of_exportable(window: Window, act: Callable[[Exportable], object]) -> None:
    """Do something with the view that can be a picture."""
    for view in window.views.views.values():
        if isinstance(view, Exportable):
            act(view)
