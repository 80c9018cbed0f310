"""``digitpad train`` as a user runs it: one object of JSON, a saved network, and sentences for bad values."""

import argparse
import errno
import json
import os
import re
import shlex
import signal
import stat
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from digitpad.app import PROGRAMS, main, prepare_process
from digitpad.cli.asked_recipe import recipe_from
from digitpad.cli.commands import add_commands
from digitpad.data.mnist import load_dataset
from digitpad.data.training_data import TrainingData, TrainingImages
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.runs import estimate
from digitpad.runs.network_file import load_network
from digitpad.runs.recipe import KERAS_RECIPE, Loop, Recipe
from tests.conftest import GENEROUS_SECONDS, ROOT, FreshPython
from tests.engines.keras_twin import keras_accuracy


def run(*arguments: object) -> int:
    """Run the command in this process; return its exit code."""
    try:
        return main([str(argument) for argument in arguments])
    except SystemExit as leaving:  # argparse
        return int(leaving.code or 0)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("saved") / "network.npz"


OWN_SETTINGS = {
    "another backend": {
        "backend": "jax",
        "floatx": "float16",
        "epsilon": 1e-3,
        "image_data_format": "channels_first",
    },
    "no floats of Keras": {"floatx": "bfloat16"},
    "no number": {"epsilon": "none"},
}
"""What somebody may have told Keras for programs of their own."""

BOUNDS = ("KERAS_MAX_EPOCHS", "KERAS_MAX_STEPS_PER_EPOCH")
COMPILERS = ("XLA_FLAGS", "TF_XLA_FLAGS")
"""Each of them ends ours at a flag that it does not know."""


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory, saved: Path) -> subprocess.CompletedProcess[str]:
    """One epoch, where somebody has settings of Keras, unreadable bounds, and flags of other compilers."""
    command = ["-m", "digitpad", "train", "--epochs", "1", "--json", "--save", str(saved)]
    own = dict.fromkeys(BOUNDS, "few") | dict.fromkeys(COMPILERS, "--of_another_version=1")
    home = tmp_path_factory.mktemp("home")
    return run_with_settings_of_keras(home, OWN_SETTINGS["another backend"], *command, **own)


@pytest.fixture(scope="module")
def report(finished: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert finished.returncode == 0, finished.stderr
    report = json.loads(finished.stdout)
    assert isinstance(report, dict)
    return report


class TestOneEpochByJson:
    def test_it_is_one_object_and_nothing_else(
        self, finished: subprocess.CompletedProcess[str], report: dict[str, Any]
    ) -> None:
        assert len(finished.stdout.splitlines()) == 1
        assert set(report) >= {"recipe", "losses", "test_accuracy", "test_accuracies", "seconds", "updates"}
        assert report["recipe"] == KERAS_RECIPE.as_dict() | {"epochs": 1}
        assert report["updates"] == 469
        assert finished.stderr == "", "TensorFlow speaks of itself"

    def test_the_network_has_learnt(self, report: dict[str, Any]) -> None:
        assert report["test_accuracy"] > 0.94
        assert report["test_accuracies"] == [report["test_accuracy"]]
        assert len(report["losses"]) == len(report["seconds"]) == 1
        assert 0.1 < report["losses"][0] < 0.5
        assert report["seconds"][0] > 0

    def test_the_saved_network_is_the_one_reported(self, report: dict[str, Any], saved: Path) -> None:
        network = load_network(saved)
        assert network.recipe.as_dict() == report["recipe"]
        assert network.snapshot.updates == 469
        mnist = load_dataset()
        found = keras_accuracy(network.snapshot.weights, mnist.test_images, mnist.test_labels)
        assert found == pytest.approx(report["test_accuracy"], abs=1.5e-4)
        assert list(saved.parent.iterdir()) == [saved]


LARGE_BATCHES = ("--epochs", "2", "--images", "6000", "--batch-size", "2000", "--optimizer", "sgd")
LARGE_BATCHES += ("--initializer", "glorot-uniform", "--hidden", "16")


def test_each_way_of_the_loop_has_the_same_losses(capsys: pytest.CaptureFixture[str]) -> None:
    found = {}
    for loop in Loop:
        assert run("train", *LARGE_BATCHES, "--json", "--engine", loop) == 0
        found[loop] = json.loads(capsys.readouterr().out)
    assert [found[loop]["execution"] for loop in (Loop.LINE_BY_LINE, Loop.KERAS)] == ["eager", "keras"]
    for loop in (Loop.LINE_BY_LINE, Loop.KERAS):
        assert found[loop]["losses"] == pytest.approx(found[Loop.COMPILED]["losses"], rel=1e-4)
        assert found[loop]["updates"] == found[Loop.COMPILED]["updates"] == 6


@pytest.mark.parametrize("command", ["train", "evaluate"])
def test_a_commands_help_is_about_that_command(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    usage, *_ = capsys.readouterr().out.splitlines()
    assert usage.startswith(f"usage: digitpad {command} [")


def test_each_option_says_what_it_is_for() -> None:
    parser = argparse.ArgumentParser()
    add_commands(parser)
    (commands,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    for name, command in commands.choices.items():
        assert [action.dest for action in command._actions if not action.help] == [], name


def test_without_json_it_speaks_in_sentences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved = tmp_path / "network.npz"
    assert run("train", *LARGE_BATCHES, "--seed", 4, "--learning-rate", 0.5, "--save", saved) == 0
    *lines, last = capsys.readouterr().out.splitlines()
    epochs, scores = lines[::2], lines[1::2]
    pattern = r"Epoch (\d) of 2: mean loss (\d\.\d{4}), test accuracy \d\d\.\d\d%, \d+\.\d\d s"
    (one, first_loss), (two, second_loss) = (re.fullmatch(pattern, line).groups() for line in epochs)
    assert (one, two) == ("1", "2")
    shares = [re.findall(r"(training|test) \d\.\d{4}, \d\d\.\d\d%", line) for line in scores]
    assert shares == [["training", "test"]] * 2
    assert float(second_loss) < float(first_loss)
    assert last == f"Saved to {saved}."
    network = load_network(saved)
    assert (network.recipe.seed, network.recipe.learning_rate, network.snapshot.updates) == (4, 0.5, 6)


@pytest.mark.parametrize(
    ("name", "kept"), [("mine", "mine.npz"), ("mine.2", "mine.2.npz"), ("mine.NPZ", "mine.NPZ")]
)
def test_a_network_is_saved_under_a_name_that_the_window_opens(
    name: str, kept: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the suffix it could be tested, and not opened: for the window it was no file of digitpad."""
    assert run("train", *LARGE_BATCHES, "--save", tmp_path / name) == 0
    assert f"Saved to {tmp_path / kept}." in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == [kept]
    assert load_network(tmp_path / kept).recipe.epochs == 2


def test_a_diverging_run_names_the_learning_rate_and_saves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = tmp_path / "network.npz"
    saved.write_text("the old network")
    assert run("train", *LARGE_BATCHES, "--learning-rate", "1e30", "--save", saved) == 1
    error = capsys.readouterr().err
    assert error.startswith("digitpad: The loss stopped being a number")
    assert "learning rate of 1e+30" in error
    assert saved.read_text() == "the old network"


UNCOMPILED = ("--engine", str(Loop.LINE_BY_LINE))
"""For a few batches: they are done before a compiler has begun."""

PATIENT = ("--epochs", "30", "--images", "1000", "--learning-rate", "0.003", "--validation", "0.02")
PATIENT += ("--patience", "2", "--best-weights", "--weight-decay", "1e-4", "--batch-size", "50", "--hidden", "16")


def test_patience_and_best_weights_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("train", *PATIENT) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "validation" in lines[1]
    found = re.fullmatch(
        r"Stopped after epoch (\d+): for 2 epochs no better than epoch (\d+) in validation.", lines[-2]
    )
    assert found is not None
    end, best_epoch = map(int, found.groups())
    assert end == best_epoch + 2 == (len(lines) - 2) // 2
    assert lines[-1] == f"The weights are those of epoch {best_epoch}, the best one in validation."


def test_scores_are_in_the_json_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("train", *PATIENT, "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["ended_by"] == "validation"
    assert report["best_epoch"] == report["epoch_of_weights"] == len(report["scores"]) - 2
    # The weights that it ends with are two epochs old.
    assert report["test_accuracy"] == report["test_accuracies"][-3] != report["test_accuracies"][-1]
    losses = [scores["validation"]["loss"] for scores in report["scores"]]
    assert losses.index(min(losses)) + 1 == report["best_epoch"]
    assert report["scores"][-1]["test"]["accuracy"] == report["test_accuracies"][-1]
    assert report["recipe"]["weight_decay"] == 1e-4


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--patience", "3"], 1, "no images are held out for it"),
        (["--best-weights"], 1, "no images are held out for it"),
        (["--weight-decay", "2"], 1, "weight decay"),
        (["--preset", "from-scratch", "--weight-decay", "0.1"], 1, "SGD by hand knows no weight decay"),
        (["--epochs", "0"], 1, "epochs must be a whole number from 1 to 1,000, not 0."),
        (["--epochs", "1001"], 1, "epochs"),
        (["--epochs", "many"], 2, "--epochs"),
        (["--epochs", "1.5"], 2, "--epochs"),
        (["--batch-size", "60001"], 1, "batch size must be a whole number from 1 to 60,000"),
        (["--epochs", "84", "--batch-size", "1"], 1, "5,040,000 batches, and 5,000,000 are the most"),
        (["--learning-rate", "0"], 1, "learning rate must be a finite number above 0"),
        (["--learning-rate", "-1"], 1, "learning rate"),
        (["--learning-rate", "nan"], 1, "learning rate"),
        (["--learning-rate", "1e999"], 1, "learning rate"),
        (["--seed", "-3"], 1, "seed"),
        (
            ["--hidden", "12x"],
            1,
            "hidden layers must be “none”, or numbers of units such as 128,64 or 32:tanh,16, not '12x'.",
        ),
        (["--hidden", ""], 1, "hidden layers must be “none”"),
        (["--hidden", "128,,64"], 1, "hidden layers must be “none”"),
        (["--hidden", "0"], 1, "number of units in a hidden layer must be a whole number from 1 to 2,048, not 0."),
        (["--hidden", "8,2049"], 1, "2,049"),
        (["--hidden", "8:swish"], 1, "activation must be one of relu, tanh, sigmoid, none, not 'swish'"),
        (["--hidden", "8:"], 1, "activation must be one of"),
        (["--hidden", "1,1,1,1,1"], 1, "4 hidden layers at most, not 5."),
        (["--images", "0"], 1, "number of images must be a whole number from 1 to 60,000, not 0."),
        (["--images", "60001"], 1, "60,000"),
        (["--images", "some"], 2, "--images"),
        (["--without", "11"], 1, "digits left out must be some of 0 to 9, not [11]."),
        (["--without", *"0123456789"], 1, "All ten digits are left out: there is nothing to learn from."),
        (["--without"], 2, "--without"),
        (["--wrong-labels", "1.0"], 1, "share of wrong labels must be a number from 0 to 0.5, not 1."),
        (["--validation", "0.9"], 1, "held out for validation must be a number from 0 to 0.5, not 0.9."),
        (["--order", "size"], 2, "'size'"),
        (["--pictures", "turned"], 2, "'turned'"),
        (["--activation", "swish"], 2, "'swish'"),
        (["--optimizer", "magic"], 2, "'magic'"),
        (["--initializer", "ones"], 2, "'ones'"),
        (["--preset", "mine"], 2, "'mine'"),
        (["--save"], 2, "--save"),
        (["--momentum", "0.9"], 2, "--momentum"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_bad_values_are_sentences(
    capsys: pytest.CaptureFixture[str], arguments: Sequence[str], code: int, said: str
) -> None:
    assert run("train", *arguments) == code
    output = capsys.readouterr()
    assert said in output.err
    assert "digitpad" in output.err
    assert output.out == ""


def test_what_is_learnt_from_is_in_the_recipe(capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--images", 500, "--without", 8, 7, "--pictures", "shifted", "--order", "labels"]
    options += ["--wrong-labels", 0.2, "--validation", 0.1, "--hidden", 16]
    assert run("train", "--json", "--epochs", 1, *options, *UNCOMPILED) == 0
    report = json.loads(capsys.readouterr().out)
    recipe = Recipe.from_dict(report["recipe"])
    data = TrainingData(
        TrainingImages.SHIFTED, 500, wrong_labels=0.2, left_out=(7, 8), validation=0.1, by_label=True
    )
    assert recipe == Recipe(epochs=1, shuffle=False, data=data, architecture=Architecture((HiddenLayer(16),)))
    assert report["updates"] == 4


def test_what_this_computer_cannot_carry_is_said_before_training(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(estimate, "free_bytes", lambda: 1 << 20)
    assert run("train", "--hidden", "2048,2048") == 1
    output = capsys.readouterr()
    assert re.search(r"This run would take about \d+ MB of memory, .* Choose fewer units", output.err)
    assert output.out == ""


ASK_FOR_A_RECIPE = """
import argparse, sys
from digitpad.cli.asked_recipe import recipe_from
from digitpad.cli.commands import add_commands
parser = argparse.ArgumentParser()
add_commands(parser)
print(recipe_from(parser.parse_args(["train", "--hidden", "128,64", "--activation", "tanh", "--images", "10000"])))
print(sorted({"PySide6", "tensorflow", "keras"} & set(sys.modules)))
"""


def test_a_recipe_is_read_without_qt_and_tensorflow(fresh_python: FreshPython) -> None:
    process = fresh_python("-c", ASK_FOR_A_RECIPE)
    assert process.returncode == 0, process.stderr
    recipe, loaded = process.stdout.splitlines()
    layers = (HiddenLayer(128, Activation.TANH), HiddenLayer(64, Activation.TANH))
    assert recipe == repr(Recipe(architecture=Architecture(layers), data=TrainingData(count=10_000)))
    assert loaded == "[]"


@pytest.mark.parametrize(
    ("arguments", "layers"),
    [
        (["--hidden", "32:tanh, 16"], [HiddenLayer(32, Activation.TANH), HiddenLayer(16)]),
        (
            ["--hidden", "8,4:none", "--activation", "sigmoid"],
            [HiddenLayer(8, Activation.SIGMOID), HiddenLayer(4, Activation.NONE)],
        ),
        (["--hidden", "none", "--initializer", "zeros"], []),
    ],
)
def test_each_layer_can_have_an_activation_of_its_own(arguments: list[str], layers: list[HiddenLayer]) -> None:
    parser = argparse.ArgumentParser()
    add_commands(parser)
    assert recipe_from(parser.parse_args(["train", *arguments])).architecture == Architecture(tuple(layers))


@pytest.mark.parametrize("initializer", ["he-uniform", "zeros"])
def test_first_weights_can_be_chosen(initializer: str, capsys: pytest.CaptureFixture[str]) -> None:
    few = ["--images", 500, "--epochs", 1, "--batch-size", 10, "--learning-rate", 0.01, "--hidden", "8", "--json"]
    assert run("train", "--initializer", initializer, *few, *UNCOMPILED) == 0
    out, error = capsys.readouterr()
    report = json.loads(out)
    assert report["recipe"]["initializer"] == initializer
    assert ("no gradient comes through it" in error) == (initializer == "zeros")
    assert (report["test_accuracy"] < 0.12) == (initializer == "zeros")


def test_another_architecture_trains_and_is_read_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expected = Architecture((HiddenLayer(32, Activation.TANH), HiddenLayer(24, Activation.SIGMOID)))
    saved = tmp_path / "network.npz"
    few = ["--images", 2000, "--epochs", 2, "--batch-size", 50, "--learning-rate", 0.01]
    other = ["--hidden", "32:tanh, 24", "--activation", "sigmoid"]
    assert run("train", *other, *few, *UNCOMPILED, "--save", saved, "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["updates"] == 80
    assert report["recipe"]["architecture"] == expected.as_json()
    assert report["recipe"]["data"]["count"] == 2000
    assert report["test_accuracy"] > 0.8
    network = load_network(saved)
    assert network.snapshot.architecture == network.recipe.architecture == expected
    assert run("evaluate", "--model", saved, "--json") == 0
    (mnist,) = json.loads(capsys.readouterr().out)["sets"]
    assert mnist["accuracy"] == pytest.approx(report["test_accuracy"], abs=3e-4)


def test_without_a_hidden_layer_nine_of_ten_digits_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("train", "--hidden", "none", "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["recipe"]["architecture"] == {"hidden": []}
    assert len(report["test_accuracies"]) == 5
    assert report["test_accuracy"] >= 0.92


def test_nowhere_to_save_is_said_before_training(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("train", "--save", tmp_path / "nowhere" / "network.npz") == 1
    assert f"there is no folder {tmp_path / 'nowhere'}." in capsys.readouterr().err
    assert run("train", "--save", tmp_path) == 1
    assert f"{tmp_path} cannot be saved: it is a folder." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_fresh_process_leaves_with_the_exit_code_and_one_sentence(fresh_python: FreshPython) -> None:
    process = fresh_python("-m", "digitpad", "train", "--epochs", 0)
    assert process.returncode == 1
    assert process.stdout == ""
    assert process.stderr == "digitpad: The number of epochs must be a whole number from 1 to 1,000, not 0.\n"


def long_run(path: Path) -> list[str]:
    """Return the command for a run that somebody will end, to be saved to ``path``."""
    command = [sys.executable, "-m", "digitpad", "train", "--epochs", "1000", "--images", "600"]
    return [*command, "--batch-size", "100", "--hidden", "16", "--save", str(path)]


@pytest.mark.skipif(os.name != "posix", reason="Ctrl+C is sent another way elsewhere")
@pytest.mark.parametrize(("name", "ignored"), [("SIGINT", "SIGHUP"), ("SIGHUP", "SIGINT")])
def test_ctrl_c_and_its_kin_end_a_run_without_a_traceback_and_save_what_was_learnt(
    tmp_path: Path, name: str, ignored: str
) -> None:
    """A closed terminal and a system that shuts down, too; what shall be ignored, as by nohup, ends nothing."""

    def as_started() -> None:
        # A test run in the background of a shell ignores Ctrl+C, and its children would inherit that.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.Signals[ignored], signal.SIG_IGN)

    path, number = tmp_path / "network.npz", signal.Signals[name]
    with subprocess.Popen(
        long_run(path),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        preexec_fn=as_started,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("Epoch 1 of 1000")
        process.send_signal(signal.Signals[ignored])
        for _ in range(20):
            assert process.stdout.readline(), "it goes on"
        process.send_signal(number)
        said, errors = process.communicate(timeout=GENEROUS_SECONDS)
    assert process.returncode == 128 + number
    assert f"Saved to {path}." in said
    assert load_network(path).snapshot.updates >= 3
    assert "digitpad: stopped." in errors
    assert "Traceback" not in errors


@pytest.mark.skipif(os.name != "posix", reason="pipes of a shell")
def test_who_has_heard_enough_of_a_run_loses_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "network.npz"
    done = in_bash(shlex.join(long_run(path)) + "| head -1")
    assert done.returncode == 141
    assert load_network(path).snapshot.updates >= 3
    assert f"digitpad: saved to {path}." in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a full disk to try this on")
def test_nor_does_who_writes_it_to_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "network.npz"
    _, _, _, *arguments = long_run(path)
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert run(*arguments, *UNCOMPILED) == 1
    assert load_network(path).snapshot.updates >= 3
    assert f"digitpad: saved to {path}." in capsys.readouterr().err


def test_processes_share_what_is_compiled_where_they_are_told_to(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(PROGRAMS, str(tmp_path))
    monkeypatch.setenv("TF_XLA_FLAGS", "--unknown")
    prepare_process()
    assert os.environ["TF_XLA_FLAGS"] == f"--tf_xla_persistent_cache_directory={tmp_path}"
    monkeypatch.delenv(PROGRAMS)
    prepare_process()
    assert "TF_XLA_FLAGS" not in os.environ


def test_a_users_own_settings_of_keras_do_not_reach_the_lesson(report: dict[str, Any]) -> None:
    assert report["test_accuracy"] > 0.6


KERAS_SAYS = """
import importlib, json, os, sys
from digitpad.app import main, prepare_process
own, users = os.path.join(os.environ["KERAS_HOME"], "keras.json"), dict(os.environ)
for settings in json.loads(sys.argv[1]):
    with open(own, "w") as file:
        json.dump(settings, file)
    os.environ.update(users)
    prepare_process()
    import digitpad.engines.models, keras
    reader = importlib.reload(sys.modules[keras.config.floatx.__module__])  # again what it does at its import
    print(reader.backend(), reader.floatx(), reader.epsilon(), reader.image_data_format(), end=" ")
    print(reader.max_epochs(), reader.max_steps_per_epoch())
    with open(own) as file:
        assert json.load(file) == settings
main(["train", "--epochs", "2", "--images", "500", "--hidden", "16", "--engine", "keras", "--json"])
"""


@pytest.fixture(scope="module")
def keras_says(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what Keras goes by beside each of the settings, which it reads one after the other, and a report of
    its loop, where it has bounds, too."""
    home, last = tmp_path_factory.mktemp("home"), OWN_SETTINGS["no number"]
    settings = json.dumps(list(OWN_SETTINGS.values()))
    done = run_with_settings_of_keras(home, last, "-c", KERAS_SAYS, settings, **dict.fromkeys(BOUNDS, "1"))
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_users_own_settings_do_not_reach_keras(keras_says: list[str]) -> None:
    *found, _ = keras_says
    told = ["tensorflow", "float32", "1e-07", "channels_last", "None", "None"]
    assert dict(zip(OWN_SETTINGS, map(str.split, found), strict=True)) == dict.fromkeys(OWN_SETTINGS, told)


def test_a_users_own_bounds_of_keras_do_not_reach_its_loop(keras_says: list[str]) -> None:
    report = json.loads(keras_says[-1])
    assert (report["execution"], report["updates"]) == ("keras", 8)


def run_with_settings_of_keras(
    tmp_path: Path, settings: dict[str, object], *arguments: str, **others: str
) -> subprocess.CompletedProcess[str]:
    """Run Python where somebody has settings of Keras, in a file and in the environment; they stay as they are.

    And ``others`` in the environment.
    """
    (tmp_path / ".keras").mkdir()
    own = tmp_path / ".keras" / "keras.json"
    own.write_text(json.dumps(settings))
    places = {"HOME": str(tmp_path), "KERAS_HOME": str(tmp_path / ".keras"), "KERAS_BACKEND": "torch"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, **places, **others},
        capture_output=True,
        text=True,
        timeout=GENEROUS_SECONDS,
    )
    assert json.loads(own.read_text()) == settings
    return done


def in_bash(command: str, **places: str) -> subprocess.CompletedProcess[str]:
    """Run a command as in a terminal, what it writes gathered before it goes to a pipe or a file, as usual."""
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=ROOT,
        env={**usual, **places},
        capture_output=True,
        text=True,
        errors="replace",
        timeout=GENEROUS_SECONDS,
    )


class TestOutput:
    """To any place, in any encoding."""

    def evaluate(self, *shell: str, **places: str) -> subprocess.CompletedProcess[str]:
        return in_bash(" ".join([sys.executable, "-m", "digitpad", "evaluate", *shell]), **places)

    @pytest.mark.parametrize("encoding", ["ascii", "cp1258", "utf-8"])
    def test_in_any_encoding(self, tmp_path: Path, encoding: str) -> None:
        drawings = tmp_path / "chữ số ·.jsonl"
        drawings.write_text('{"strokes": [[[0.2, 0.2], [0.8, 0.8]]], "label": 1}\n', "utf-8")
        done = self.evaluate(f"--drawings '{drawings}'", PYTHONIOENCODING=encoding)
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr

    @pytest.mark.skipif(os.name != "posix", reason="pipes of a shell")
    def test_a_reader_that_has_read_enough(self) -> None:
        done = self.evaluate("| true")  # gone long before there is anything to read
        assert (done.returncode, done.stderr) == (141, "")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a full disk to try this on")
    def test_a_full_disk_is_a_sentence(self) -> None:
        done = self.evaluate("> /dev/full")
        assert done.returncode == 1
        assert done.stderr.startswith("digitpad: What there is to say could not be written: ")
        assert "Traceback" not in done.stderr

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a full disk to try this on")
    @pytest.mark.parametrize("asked", ["--version", "train --help", "--remove-desktop"])
    def test_what_is_asked_of_the_program_itself(self, tmp_path: Path, asked: str) -> None:
        command = f"{sys.executable} -m digitpad {asked}"
        full = in_bash(f"{command} > /dev/full", XDG_DATA_HOME=str(tmp_path))
        assert full.returncode == 1
        assert full.stderr.startswith("digitpad: What there is to say could not be written: ")
        gone = in_bash(f"{command} | true", XDG_DATA_HOME=str(tmp_path))
        assert (gone.returncode, gone.stderr) == (141, "")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a full disk to try this on")
    @pytest.mark.parametrize(
        ("asked", "code"), [("nonsense", 2), ("evaluate --model nowhere", 1), ("train --epochs 0", 1)]
    )
    def test_a_complaint_that_nobody_can_hear_changes_no_exit_code(self, asked: str, code: int) -> None:
        assert in_bash(f"{sys.executable} -m digitpad {asked} 2> /dev/full").returncode == code

    @pytest.mark.skipif(os.name != "posix", reason="a shell closes what it does not want")
    def test_without_any_terminal(self) -> None:
        assert self.evaluate(">&- 2>&-").returncode == 0


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_what_cannot_be_saved_is_found_before_training(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    path = tmp_path / "network.npz"
    if kind == "file":
        path.write_bytes(b"kept")
        path.chmod(stat.S_IREAD)
    else:

        def refuse(*_: object) -> None:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

        monkeypatch.setattr(os, "open", refuse)
    assert run("train", "--save", path) == 1
    assert str(path) in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="other systems have other longest names")
def test_a_name_that_no_system_can_have_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("x" * 300) == 2, "it is taken for a command, misspelt"
    assert "invalid choice" in capsys.readouterr().err
    for arguments in (["--save", "x" * 300], ["--script", "x" * 300]):
        assert run("train", *arguments) == 1
        assert "choose another name" in capsys.readouterr().err


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out.startswith("digitpad 0.")


@pytest.mark.parametrize(("name", "wrong"), [("train", ("--epochs", "x")), ("evaluate", ("--model",))])
def test_a_complaint_names_the_command_alone(
    name: str, wrong: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(name, *wrong) == 2
    first, *_, last = capsys.readouterr().err.splitlines()
    assert first.startswith(f"usage: digitpad {name} [-h] ")
    assert last.startswith(f"digitpad {name}: error: argument {wrong[0]}: ")
