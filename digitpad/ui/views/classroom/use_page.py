"""The page on which the class uses its digits: what is held out, what is learnt from, what is tested."""

from PySide6.QtWidgets import QGridLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from digitpad.document.class_pictures import ClassMaterial
from digitpad.document.picture_set import Source
from digitpad.errors import UserError
from digitpad.ui.choice_box import ChoiceBox
from digitpad.ui.plain import PlainLabel
from digitpad.ui.translated import Translated
from digitpad.ui.wheel import WheelGuard
from digitpad.workspace.classroom.lesson_choice import Lesson, LessonChoice
from digitpad.workspace.wording.numbers import whole
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
        lesson, share, begins: the choice.
        take: puts it into the recipe.
        test: tests the network that answers on our digits.
        said: what came of it.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._problem: UserError | None = None
        self._is_taken = False
        self.held, self.said = PlainLabel(self), PlainLabel(self)
        self._asks = PlainLabel(self), PlainLabel(self), PlainLabel(self)
        self.lesson, self.begins = ChoiceBox(self), ChoiceBox(self)
        self.share = QSpinBox(self)
        self.share.setRange(*SHARES)
        self.share.setValue(round(100 * LessonChoice().share))
        for lesson in Lesson:
            self.lesson.addItem("", lesson.value)
        self.lesson.setCurrentIndex(self.lesson.findData(Lesson.BOTH.value))
        for goes_on in (False, True):
            self.begins.addItem("", goes_on)
        self.take, self.test = QPushButton(self), QPushButton(self)
        self._wheel = WheelGuard(self)
        self._wheel.guard(self.share, self.lesson, self.begins)
        self._lay_out()
        self.lesson.activated.connect(self._choose)
        self.begins.activated.connect(self._choose)
        self.share.valueChanged.connect(self._choose)
        self.take.clicked.connect(self._take)
        self.test.clicked.connect(self._test)
        workspace.material.changed.connect(self._follow)
        self._translate()

    @property
    def choice(self) -> LessonChoice:
        """What is chosen."""
        lesson = Lesson(self.lesson.currentData())
        return LessonChoice(lesson, self.share.value() / 100, goes_on=self.begins.currentData() is True)

    def _lay_out(self) -> None:
        fields = QGridLayout()
        for row, (label, field) in enumerate(zip(self._asks, (self.lesson, self.share, self.begins), strict=True)):
            label.setBuddy(field)
            fields.addWidget(label, row, 0)
            fields.addWidget(field, row, 1)
        fields.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for layout in (fields, column):
            layout.setSpacing(SPACING)
        column.addWidget(self.held)
        column.addLayout(fields)
        column.addWidget(self.take)
        column.addWidget(self.said)
        column.addWidget(self.test)
        column.addStretch(1)
        for label in (self.held, self.said):
            label.setWordWrap(True)

    def set_projector(self, on: bool) -> None:
        """All of it is for the last row too."""

    def show_now(self) -> None:
        """Show what is so now."""
        drawings = len(self._workspace.class_drawings)
        self.held.setText(self._held())
        self.share.setEnabled(self.choice.lesson is Lesson.BOTH)
        self.take.setEnabled(drawings > 1 or self.choice.lesson is Lesson.MNIST)
        self.test.setEnabled(drawings > 0)
        if self._problem is not None:
            self.said.setText(sentence(self._problem))
        else:
            self.said.setText(
                self.tr("The recipe says so now: Train begins a run by it.") if self._is_taken else ""
            )

    def _held(self) -> str:
        material = self._workspace.material
        if not len(self._workspace.class_drawings):
            return self.tr("The class has no digits yet: collect some, or add a file of drawings.")
        if material.problem is not None:
            return sentence(material.problem)
        return self._split(material.newest) if material.is_ready else self.tr("The pictures are being made …")

    def _split(self, material: ClassMaterial) -> str:
        split = material.split
        counts = {"train": whole(len(split.train)), "test": whole(len(split.test))}
        if not split.by_pen:
            words = self.tr(
                "{train} drawings are learnt from; {test} single drawings are held out to test on, as not all "
                "pens are known, or there is one alone: one hand may be in both."
            )
            return words.format(**counts)
        if len(split.pens) > MOST_PENS:
            words = self.tr(
                "{train} drawings are learnt from; the {test} of {pens} pens are held out to test on: the network "
                "never sees these hands."
            )
            return words.format(**counts, pens=whole(len(split.pens)))
        words = self.tr(
            "{train} drawings are learnt from; the {test} of these pens are held out to test on: {pens}. The "
            "network never sees these hands."
        )
        return words.format(**counts, pens=", ".join(map(whole, split.pens)))

    def _choose(self) -> None:
        self._problem, self._is_taken = None, False
        self.show_now()

    def _take(self) -> None:
        draft = self._workspace.draft
        try:
            draft.write(self.choice.recipe(draft.recipe))
            self._problem, self._is_taken = None, True
        except UserError as problem:
            self._problem = problem
        self.show_now()

    def _test(self) -> None:
        self._workspace.testing.choose_source(Source.CLASS)
        self._workspace.view_asked.emit("test")

    def _follow(self) -> None:
        if self.isVisible():
            self.show_now()

    def _translate(self) -> None:
        for label, words in zip(
            self._asks, (self.tr("&Learn from"), self.tr("our &share"), self.tr("&Begin with")), strict=True
        ):
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
        self.share.setSuffix(self.tr(" %"))
        self.lesson.setAccessibleName(self.tr("What the network learns from"))
        self.share.setAccessibleName(self.tr("Share of each epoch that are our digits"))
        self.begins.setAccessibleName(self.tr("What training begins with"))
        for field in (self.lesson, self.share, self.begins):
            field.setToolTip(field.accessibleName())
        self.take.setText(self.tr("Into the &recipe"))
        self.take.setToolTip(self.tr("The next run learns from this"))
        self.test.setText(self.tr("&Test on our digits"))
        self.test.setToolTip(self.tr("Open the view Test on them"))
        self.show_now()
