"""The words of each error that a person can mend: what happened, in which file, and what to do now.

``{placeholders}`` are the error's values.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from digitpad.workspace.wording.errors.class_error_texts import CLASS_SENTENCES
from digitpad.workspace.wording.errors.recipe_error_texts import RECIPE_SENTENCES, RECIPE_WORDS

SENTENCES: dict[str, object] = {
    # Archives.
    "file-not-found": QT_TRANSLATE_NOOP("Errors", "{path} was not found. Choose {what} that exists."),
    "no-file-of-ours": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} is no file of digitpad: a session ends in .digitpad, a network in .npz, drawings in .jsonl or "
        ".jsonl.gz.",
    ),
    "file-unreadable": QT_TRANSLATE_NOOP("Errors", "{path} could not be read: {reason}."),
    "no-regular-file": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} could not be read: it is no file with contents, but a folder, a device or a pipe between "
        "programs. Choose {what}.",
    ),
    "not-saved": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} could not be saved: {reason}. What was there before is unchanged; choose another folder.",
    ),
    "not-saved-full": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} could not be saved: {reason}. What was there before is unchanged; free some space or choose "
        "another folder.",
    ),
    "output-not-written": QT_TRANSLATE_NOOP(
        "Errors", "What there is to say could not be written: {reason}. Send it to another place."
    ),
    "not-saved-name": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} could not be saved: {reason}. What was there before is unchanged; choose another name.",
    ),
    "not-saved-no-file": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} could not be saved: it is no file with contents, but a folder, a device or a pipe between "
        "programs. Choose another name.",
    ),
    "not-saved-read-only": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} is read-only, so it was not saved over; choose another name, or let it be written.",
    ),
    "not-this-kind": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} is not {what}: it is damaged, cut short, or another kind of file. Nothing was loaded; choose "
        "another file, or a copy.",
    ),
    "too-many-members": QT_TRANSLATE_NOOP(
        "Errors", "{path} is not {what}: it has more than {most} arrays. Nothing was loaded; choose another file."
    ),
    "array-missing": QT_TRANSLATE_NOOP(
        "Errors", "{path} is not {what}: it has no array “{array}”. Nothing was loaded."
    ),
    "array-unexpected": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} is not {what}: its array “{array}” is {found} of shape {shape}, expected {expected} of {lengths} "
        "elements. Nothing was loaded.",
    ),
    "array-too-large": QT_TRANSLATE_NOOP(
        "Errors",
        "{path}: its array “{array}” would take {size} bytes, more than the {most} that {what} can hold. Nothing "
        "was loaded.",
    ),
    "array-damaged": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} is damaged or cut short: its array “{array}” cannot be read. Nothing was loaded; make the file "
        "anew or use a copy.",
    ),
    # Archives: headers.
    "other-format": QT_TRANSLATE_NOOP("Errors", "{path} is not {what}. Nothing was loaded."),
    "version-senseless": QT_TRANSLATE_NOOP(
        "Errors", "{path} is not {what}: its format version makes no sense. Nothing was loaded."
    ),
    "newer-format": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} is of format version {version}; this digitpad reads versions up to {newest}. Open it with the "
        "digitpad that saved it, or install a newer one.",
    ),
    "no-fields": QT_TRANSLATE_NOOP("Errors", "{path} is not {what}: its header is damaged. Nothing was loaded."),
    "header-too-full": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} is not {what}: its header has more than {most} values. Nothing was loaded; choose another file.",
    ),
    "field-missing": QT_TRANSLATE_NOOP(
        "Errors", "{path} is not {what}: its header is incomplete, “{field}” is missing. Nothing was loaded."
    ),
    "unknown-field": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} is not {what} that this digitpad can read: its header has the unknown entry “{field}”. Nothing "
        "was loaded; open it with the digitpad that saved it, or install a newer one.",
    ),
    # Networks in files.
    "recipe-in-file": QT_TRANSLATE_NOOP(
        "Errors", "{path} holds a recipe that makes no sense. {reason} Nothing was loaded."
    ),
    "network-header": QT_TRANSLATE_NOOP(
        "Errors", "{path} is not {what}: its header makes no sense. Nothing was loaded; use a copy."
    ),
    "weights-not-finite": QT_TRANSLATE_NOOP(
        "Errors", "{path} holds weights that are not finite numbers. Nothing was loaded; use another file."
    ),
    # Sessions.
    "session-damaged": QT_TRANSLATE_NOOP(
        "Errors", "{path} is not {what}, or it is damaged. Nothing was loaded; use a copy."
    ),
    "runs-lost": QT_TRANSLATE_NOOP(
        "Errors",
        "Of {runs} runs {count} could not be read again: weights in {path} are missing or damaged. Everything "
        "else is here.",
    ),
    "session-too-large": QT_TRANSLATE_NOOP(
        "Errors", "{path} would take more than {most} MB of memory. Nothing was loaded."
    ),
    "session-too-large-to-save": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} would be larger than the {most} MB that a session may have. Nothing was saved; remove some of the "
        "runs and save again.",
    ),
    "session-changed-elsewhere": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} has been changed since this session was opened or saved, by another window or program. Saving "
        "over it throws that away; “Save session as …” keeps both.",
    ),
    "session-too-full": QT_TRANSLATE_NOOP(
        "Errors", "{path} has more than {most} {what}, the most that a session may have. Nothing was loaded."
    ),
    "session-too-full-to-save": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} would have more than {most} {what}, the most that a session may have. Nothing was saved; remove "
        "some of the runs and save again.",
    ),
    "moment-lost": QT_TRANSLATE_NOOP(
        "Errors", "The network as it was then could not be read; try another moment."
    ),
    # Data.
    "mnist-unreadable": QT_TRANSLATE_NOOP(
        "Errors", "MNIST was not found: {path} cannot be read ({reason}). Install digitpad again."
    ),
    "mnist-changed": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} is not the MNIST file that digitpad came with: it is damaged or was changed. Install digitpad "
        "again, or build the file with scripts/build_mnist.py.",
    ),
    # Networks: familiarity.
    "familiarity-not-finite": QT_TRANSLATE_NOOP(
        "Errors", "{path} holds numbers that are not finite. Install digitpad again."
    ),
    # Drawings in a file.
    "drawings-damaged": QT_TRANSLATE_NOOP(
        "Errors", "{path} is damaged or cut short; make the file anew or use a copy."
    ),
    "drawings-not-saved": QT_TRANSLATE_NOOP(
        "Errors",
        "The drawings cannot be saved to {path}: {reason} Nothing was saved; begin a new session for more.",
    ),
    "line-refused": QT_TRANSLATE_NOOP("Errors", "{path}, line {line}: {reason} Nothing was loaded."),
    "too-much-for-a-file": QT_TRANSLATE_NOOP(
        "Errors", "{path}, line {line}: {reason} Nothing was loaded; split the file into smaller ones."
    ),
    # Reasons why a line is refused: each stands after a colon.
    "line-too-long": QT_TRANSLATE_NOOP("Errors", "the line is longer than {most} bytes."),
    "too-many-lines": QT_TRANSLATE_NOOP("Errors", "there are more than {most} lines."),
    "too-many-bytes": QT_TRANSLATE_NOOP("Errors", "the file holds more than {most} bytes."),
    "too-many-drawings": QT_TRANSLATE_NOOP("Errors", "there are more than {most} drawings."),
    "too-many-strokes-in-all": QT_TRANSLATE_NOOP("Errors", "all drawings have more than {most} strokes together."),
    "too-many-points-in-all": QT_TRANSLATE_NOOP("Errors", "all drawings have more than {most} points together."),
    "too-many-letters-in-all": QT_TRANSLATE_NOOP("Errors", "all sources have more than {most} letters together."),
    "line-too-full": QT_TRANSLATE_NOOP("Errors", "it has more than {most} values."),
    "line-too-deep": QT_TRANSLATE_NOOP("Errors", "it is nested too deeply."),
    "line-not-json": QT_TRANSLATE_NOOP("Errors", "it is not JSON, as each line of saved drawings is."),
    "line-without-strokes": QT_TRANSLATE_NOOP("Errors", "it is no object with “strokes”."),
    "line-entry-unknown": QT_TRANSLATE_NOOP("Errors", "it has the unknown entry “{entry}”."),
    "label-senseless": QT_TRANSLATE_NOOP("Errors", "its label is no whole number from 0 to 9."),
    "source-senseless": QT_TRANSLATE_NOOP("Errors", "its source is no text."),
    "pen-senseless": QT_TRANSLATE_NOOP("Errors", "its pen is no whole number from 1 to {most}."),
    "strokes-senseless": QT_TRANSLATE_NOOP("Errors", "its strokes are no list, or there is none."),
    "too-many-strokes": QT_TRANSLATE_NOOP("Errors", "it has more than {most} strokes."),
    "too-many-points": QT_TRANSLATE_NOOP("Errors", "it has more than {most} points."),
    "stroke-senseless": QT_TRANSLATE_NOOP("Errors", "a stroke is no list of points, or there is none in it."),
    "point-senseless": QT_TRANSLATE_NOOP("Errors", "a point is not [x, y] with two numbers."),
    "point-out-of-bounds": QT_TRANSLATE_NOOP("Errors", "a stroke's points must be numbers within ±{most}."),
    **CLASS_SENTENCES,
    **RECIPE_SENTENCES,
    # The command line.
    "no-script": QT_TRANSLATE_NOOP("Errors", "No script was written, and nothing was trained. {reason}"),
    "file-asked-for-twice": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} cannot be both the network and its script: one would take the other's place. Name two files.",
    ),
    "no-folder-to-save-in": QT_TRANSLATE_NOOP(
        "Errors", "{path} cannot be saved: there is no folder {folder}. Make it, or name another."
    ),
    "folder-instead-of-file": QT_TRANSLATE_NOOP(
        "Errors", "{path} cannot be saved: it is a folder. Name a file in it."
    ),
    "no-labels": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} holds no drawing with a label, so there is nothing to compare answers with. Choose another file.",
    ),
    "desktop-other-system": QT_TRANSLATE_NOOP(
        "Errors",
        "On {system} programs come into the menu in another way; README says how, under “In the system's menu”.",
    ),
    "desktop-not-installed": QT_TRANSLATE_NOOP(
        "Errors",
        "The menu could not start digitpad, as {path} does not find it from every folder. Install it with "
        "“pip install .” or scripts/run.py, and try again.",
    ),
    "desktop-path-unfit": QT_TRANSLATE_NOOP(
        "Errors",
        "The menu could not start {path}: an entry can name no path with “=”, control characters or letters that "
        "are not UTF-8. Install digitpad in another folder.",
    ),
    "desktop-not-written": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} could not be written: {reason}. What was there before is unchanged; see to it that it can be "
        "written, and try again.",
    ),
    "desktop-not-removed": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} could not be removed: {reason}. See to it that this folder can be written to, and try again.",
    ),
    # Training.
    "diverged": QT_TRANSLATE_NOOP(
        "Errors",
        "The loss stopped being a number at batch {batch}: with a learning rate of {rate} the steps are so large "
        "that the weights overflow. Choose a smaller learning rate and train again.",
    ),
    "weights-overflowed": QT_TRANSLATE_NOOP(
        "Errors",
        "The weights stopped being numbers by batch {batch}: with a learning rate of {rate} the steps are so "
        "large that they overflow. Choose a smaller learning rate and train again.",
    ),
    "training-failed": QT_TRANSLATE_NOOP(
        "Errors", "Training stopped because of an error: {reason}. You can train again."
    ),
    "tensorflow-missing": QT_TRANSLATE_NOOP(
        "Errors",
        "TensorFlow could not be started, so training is not possible; drawing still works. Install digitpad "
        "again, or run it on a computer whose processor has AVX. ({reason})",
    ),
    "processor-without-avx": QT_TRANSLATE_NOOP(
        "Errors",
        "This computer's processor has no AVX, without which TensorFlow cannot run, so training is not possible. "
        "Everything else works: drawing, the ready-made network, opened sessions.",
    ),
    "job-failed": QT_TRANSLATE_NOOP("Errors", "A file could not be read or written: {reason}."),
}

WORDS: dict[str, object] = {
    # Kinds of files, as the object of "is not".
    "network": QT_TRANSLATE_NOOP("Errors", "a network saved by digitpad (.npz)"),
    "session": QT_TRANSLATE_NOOP("Errors", "a session saved by digitpad"),
    "drawings": QT_TRANSLATE_NOOP("Errors", "a file of drawings"),
    "mnist-file": QT_TRANSLATE_NOOP("Errors", "digitpad's MNIST file"),
    "familiarity-file": QT_TRANSLATE_NOOP("Errors", "digitpad's file of what digits look like"),
    # What a session has too many of, after a number.
    "runs": QT_TRANSLATE_NOOP("Errors", "runs"),
    "arrays": QT_TRANSLATE_NOOP("Errors", "arrays"),
    "losses": QT_TRANSLATE_NOOP("Errors", "losses"),
    "figures": QT_TRANSLATE_NOOP("Errors", "figures in its header"),
    **RECIPE_WORDS,
}
"""What a ``Word`` is called: kinds of files, fields of a recipe."""
