"""The words of errors that have to do with the class's own digits; as in ``error_texts.py``."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

CLASS_SENTENCES: dict[str, object] = {
    "recipe-share": QT_TRANSLATE_NOOP("Errors", "The {field} must be a number from 0 to {most}, not {value}."),
    "recipe-drawings": QT_TRANSLATE_NOOP(
        "Errors", "“drawings” must be empty, or 64 hexadecimal digits that say which they are, not {value}."
    ),
    "recipe-drawings-unused": QT_TRANSLATE_NOOP(
        "Errors", "“drawings” must be empty where the share of our digits is 0, as none are trained on."
    ),
    "recipe-varied-mix": QT_TRANSLATE_NOOP(
        "Errors",
        "Only MNIST's images are varied: choose plain ones to train on our digits, or a share of 0 % of ours.",
    ),
    "recipe-ready-made": QT_TRANSLATE_NOOP(
        "Errors",
        "The ready-made network has one hidden layer of 512 units with relu: only such a network can begin with "
        "its weights. Choose other first weights.",
    ),
    "too-many-pens": QT_TRANSLATE_NOOP(
        "Errors",
        "All pens together are more than {most}. Nothing was added; add fewer files to the class's digits.",
    ),
    "class-empty": QT_TRANSLATE_NOOP(
        "Errors", "There are no digits of ours yet to train on: collect some first, or choose a share of 0 %."
    ),
    "class-left-out": QT_TRANSLATE_NOOP(
        "Errors",
        "All our digits to learn from are digits that this recipe leaves out: there is nothing of ours to learn. "
        "Leave out fewer digits, or choose a share of 0 %.",
    ),
    "class-full": QT_TRANSLATE_NOOP(
        "Errors",
        "The class has as many digits as it can have: save our digits, then drop some or begin a new session.",
    ),
    "class-too-few": QT_TRANSLATE_NOOP(
        "Errors",
        "To train on our digits there must be at least {least} of them, one to learn from and one to test with, "
        "and there is {count}. Collect more.",
    ),
    "class-no-labels": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} holds no drawing with a label, so there is nothing to learn from. Choose another file.",
    ),
    "class-only-dots": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} holds mere dots with labels and no digit, so there is nothing to learn from. Choose another file.",
    ),
    "mix-without-data": QT_TRANSLATE_NOOP(
        "Errors", "--mix says how large the share of a class's digits is: name their file by --data, too."
    ),
    "class-one-digit": QT_TRANSLATE_NOOP(
        "Errors",
        "All our digits are a {digit}: trained on them alone, a network says {digit} to everything. Collect "
        "others, too.",
    ),
    "class-one-pen": QT_TRANSLATE_NOOP(
        "Errors",
        "One pen has drawn all our digits, so single drawings are held out: they do not say how other people's "
        "digits are read.",
    ),
    "class-all-held-out": QT_TRANSLATE_NOOP(
        "Errors", "All our drawings of {digits} are held out to test on: none of them is learnt from."
    ),
    "curve-training": QT_TRANSLATE_NOOP(
        "Errors", "A run is under way: let it end, pause it or stop it, and then measure what more data buys."
    ),
    "curve-loading": QT_TRANSLATE_NOOP("Errors", "TensorFlow is still being loaded. Try again in a moment."),
    "curve-nothing-held-out": QT_TRANSLATE_NOOP(
        "Errors", "None of our digits is held out, so there is nothing to test on. Choose a share above."
    ),
    "class-not-ready": QT_TRANSLATE_NOOP(
        "Errors", "Our digits are still being turned into pictures. Try again in a moment."
    ),
}
