"""The page on which the class uses its digits: what is held out, what is learnt from, what is tested."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from digitpad.document.classroom.class_pictures import MOST_HELD_OUT, ClassMaterial, check_enough, remarks
from digitpad.document.picture_set import Source
from digitpad.errors import UserError
from digitpad.runs.recipe import Recipe
from digitpad.ui.choice_box import ChoiceBox
from digitpad.ui.plain import PlainLabel, give_tip
from digitpad.ui.translated import Translated
from digitpad.ui.views.classroom.curve_panel import CurvePanel
from digitpad.ui.views.flow_layout import FlowLayout
from digitpad.ui.wheel import WheelGuard
from digitpad.workspace.classroom.lesson_choice import Lesson, LessonChoice
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.numbers import percent_sign, whole
from digitpad.workspace.wording.sentences import sentence
from digitpad.workspace.workspace import Workspace

SPACING = 8
SHARES = (1, 99)
"""Per cent of our digits in a mix."""

MOST_PENS = 8
"""Named one by one; of more their number is said."""


class UsePage(Translated, QWidget):
    """Which drawings are held out, the choice of what is learnt from, and the way to recipe and test.

    Attributes:
        held: what is held out.
        out: how many per cent are to be.
        lesson, share, begins: the choice.
        train: begins a run by it.
        take: puts it into the recipe.
        test, test_held_out: test the network that answers on our digits, on all or on those held out.
        said: what came of it.
        curve: what more data buys.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._problem: UserError | None = None
        self._is_taken = False
        self.held, self.said = PlainLabel(self), PlainLabel(self)
        self._asks = tuple(PlainLabel(self) for _ in range(4))
        self.lesson, self.begins = ChoiceBox(self), ChoiceBox(self)
        self.share, self.out = QSpinBox(self), QSpinBox(self)
        self.share.setRange(*SHARES)
        self.out.setRange(0, round(100 * MOST_HELD_OUT))
        self.out.setKeyboardTracking(False)
        self.share.setValue(round(100 * LessonChoice().share))
        for lesson in Lesson:
            self.lesson.addItem("", lesson.value)
        self.lesson.setCurrentIndex(self.lesson.findData(Lesson.BOTH.value))
        for goes_on in (False, True):
            self.begins.addItem("", goes_on)
        self.train, self.take, self.test, self.test_held_out = (QPushButton(self) for _ in range(4))
        for button in (self.train, self.take, self.test, self.test_held_out):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.train.setProperty("role", "primary")
        self.curve = CurvePanel(workspace.data_curve, self._curve_recipe, self)
        self._wheel = WheelGuard(self)
        self._wheel.guard(*self._fields)
        self._lay_out()
        self._connect()
        self._translate()

    def _connect(self) -> None:
        self.lesson.activated.connect(self._choose)
        self.begins.activated.connect(self._choose)
        self.share.valueChanged.connect(self._choose)
        self.out.valueChanged.connect(lambda percent: self._workspace.material.hold_out(percent / 100))
        self.train.clicked.connect(self._train)
        self.take.clicked.connect(self._take)
        self.test.clicked.connect(lambda: self._test(Source.CLASS))
        self.test_held_out.clicked.connect(lambda: self._test(Source.HELD_OUT))
        self._workspace.material.changed.connect(self._follow)

    @property
    def _fields(self) -> tuple[QWidget, ...]:
        return self.out, self.lesson, self.share, self.begins

    @property
    def choice(self) -> LessonChoice:
        """What is chosen."""
        lesson = Lesson(self.lesson.currentData())
        return LessonChoice(lesson, self.share.value() / 100, goes_on=self.begins.currentData() is True)

    def _lay_out(self) -> None:
        fields = QFormLayout()
        fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, field in zip(self._asks, self._fields, strict=True):
            label.setBuddy(field)
            fields.addRow(label, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for layout in (fields, column):
            layout.setSpacing(SPACING)
        column.addWidget(self.held)
        column.addLayout(fields)
        for buttons in ((self.train, self.take), (self.test, self.test_held_out)):
            line = FlowLayout(spacing=SPACING)
            for button in buttons:
                line.addWidget(button)
            column.addLayout(line)
            if self.train in buttons:
                column.addWidget(self.said)
        column.addWidget(self.curve, 1)
        for label in (self.held, self.said):
            label.setWordWrap(True)

    def set_projector(self, on: bool) -> None:
        """All of it is for the last row too."""

    def show_now(self) -> None:
        """Show what is so now."""
        drawings, material = len(self._workspace.class_drawings), self._workspace.material
        self.out.blockSignals(True)  # it only shows what is so
        self.out.setValue(round(100 * material.share))
        self.out.blockSignals(False)
        self.held.setText(self._held())
        self.share.setEnabled(self.choice.lesson is Lesson.BOTH)
        self.take.setEnabled(drawings > 1 or self.choice.lesson is Lesson.MNIST)
        self.test.setEnabled(drawings > 0)
        self.test_held_out.setEnabled(drawings > 0 and material.share > 0)
        why_not = self._why_not()
        self.train.setEnabled(not why_not)
        give_tip(self.train, why_not or self.tr("Write this into the recipe, and begin a run by it"))
        self.curve.show_now()
        taken = self.tr("The recipe says so now: Train begins a run by it.") if self._is_taken else ""
        self.said.setText(taken if self._problem is None else sentence(self._problem))
        self.said.setVisible(bool(self.said.text()))

    def _held(self) -> str:
        material = self._workspace.material
        if not len(self._workspace.class_drawings):
            return self.tr("The class has no digits yet: collect some, or add a file of drawings.")
        if material.problem is not None:
            return sentence(material.problem)
        if not material.is_ready:
            return self.tr("The pictures are being made …")
        said = remarks(material.newest) if len(material.newest.split.test) else []
        return " ".join([self._split(material.newest), *map(sentence, said)])

    def _split(self, material: ClassMaterial) -> str:
        split = material.split
        counts = {
            "train": self.tr("%Ln drawing(s)", "", len(split.train)),
            "test": self.tr("%Ln drawing(s)", "", len(split.test)),
        }
        if not len(split.test):
            return self.tr("Learnt from: {train}. None is held out to test on.").format(**counts)
        if not split.by_pen:
            if all(entry.pen is not None for entry in material.drawings):  # a remark says what one pen means
                return self.tr("Learnt from: {train}. Held out to test on: {test}.").format(**counts)
            words = self.tr(
                "Learnt from: {train}. Held out to test on: {test}, chosen one by one, as not all pens are known: "
                "one hand may be in both."
            )
            return words.format(**counts)
        if len(split.pens) > MOST_PENS:
            words = self.tr(
                "Learnt from: {train}. Held out to test on: {test} of {pens} pens; the network never sees these "
                "hands."
            )
            return words.format(**counts, pens=whole(len(split.pens)))
        if len(split.pens) == 1:
            words = self.tr(
                "Learnt from: {train}. Held out to test on: {test} by pen {pens}. The network never sees this "
                "hand."
            )
        else:
            words = self.tr(
                "Learnt from: {train}. Held out to test on: {test} by the pens {pens}. The network never sees "
                "these hands."
            )
        return words.format(**counts, pens=", ".join(map(whole, split.pens)))

    def _why_not(self) -> str:
        """Say why no run can begin by this choice now; nothing if one can."""
        space = self._workspace
        if space.data_curve.is_running:
            return self.tr("What more data buys is being measured: stop that first.")
        if space.training.state is not State.IDLE:
            return self.tr("A run is under way or paused: let it end, or stop it first.")
        if space.collector.is_collecting:
            return self.tr("Nothing trains while our digits are collected.")
        try:
            recipe = self.choice.recipe(space.draft.recipe)
            if recipe.data.mix:
                check_enough(len(space.class_drawings))
        except UserError as error:
            return sentence(error)
        problem = space.material.problem if recipe.data.mix else None
        problem = problem or space.readiness.problem_of(recipe)
        return "" if problem is None else sentence(problem)

    def _curve_recipe(self) -> Recipe:
        """Return what networks are trained by to see what more data buys: on our digits, alone or mixed."""
        choice = self.choice
        lesson = choice.lesson if choice.mix else Lesson.OURS
        return replace(choice, lesson=lesson).recipe(self._workspace.draft.recipe)

    def _choose(self) -> None:
        self._problem, self._is_taken = None, False
        self.show_now()

    def _train(self) -> None:
        self._take()
        if self._problem is None:
            self._is_taken = False
            self._workspace.past.to_now()  # else Train would begin with the moment that is looked back at
            self._workspace.ask_for_view("loss")
            self._workspace.commands.toggle_training()

    def _take(self) -> None:
        draft = self._workspace.draft
        try:
            draft.write(self.choice.recipe(draft.recipe))
            self._problem, self._is_taken = None, True
        except UserError as problem:
            self._problem = problem
        self.show_now()

    def _test(self, source: Source) -> None:
        self._workspace.testing.choose_source(source)
        self._workspace.ask_for_view("test")

    def _follow(self) -> None:
        if self.isVisible():
            self.show_now()

    def _translate(self) -> None:
        asks = self.tr("H&old out"), self.tr("&Learn from"), self.tr("Our sh&are"), self.tr("&Begin with")
        for label, words in zip(self._asks, asks, strict=True):
            label.setText(words)
        lessons = {
            Lesson.MNIST: self.tr("MNIST alone"),
            Lesson.OURS: self.tr("our digits alone"),
            Lesson.BOTH: self.tr("both, mixed"),
        }
        for lesson, words in lessons.items():
            self.lesson.setItemText(self.lesson.findData(lesson.value), words)
        for place, words in enumerate((self.tr("fresh weights"), self.tr("the ready-made network"))):
            self.begins.setItemText(place, words)
        for box in (self.share, self.out):
            box.setSuffix(percent_sign())
        self.out.setAccessibleName(
            self.tr("Share of our digits held out to test on: of pens where they are known")
        )
        self.lesson.setAccessibleName(self.tr("What the network learns from"))
        self.share.setAccessibleName(self.tr("Share of each epoch that are our digits"))
        self.begins.setAccessibleName(self.tr("What training begins with"))
        for field in self._fields:
            field.setToolTip(field.accessibleName())
        self.train.setText(self.tr("Trai&n on this"))
        self.take.setText(self.tr("Into the reci&pe"))
        self.take.setToolTip(self.tr("The next run learns from this"))
        self.test.setText(self.tr("Test on o&ur digits"))
        self.test.setToolTip(self.tr("Open the view Test on them"))
        self.test_held_out.setText(self.tr("Test on those hel&d out"))
        self.test_held_out.setToolTip(self.tr("Open the view Test on those that no run is trained on"))
        self.show_now()
