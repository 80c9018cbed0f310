"""The lines that read MNIST and choose from it what a run learns from, as ``TrainingData`` does."""

from digitpad.data.choosing import HELD_OUT, WRONG
from digitpad.data.training_data import OF_EACH_DIGIT, TrainingData
from digitpad.document.takeaway.comments import Comments
from digitpad.document.takeaway.part import Part

FROM_ARGUMENT = 'MNIST = sys.argv[1] if len(sys.argv) > 1 else "mnist.npz"'
BESIDE_IT = 'MNIST = "mnist.npz"'

READING = """
try:
    with np.load(MNIST) as file:
        images, labels = file["x_train"], file["y_train"]
        test_images, test_labels = file["x_test"], file["y_test"]
except FileNotFoundError:
    (images, labels), (test_images, test_labels) = keras.datasets.mnist.load_data()"""

AS_FLOATS = '{images} = {images}.reshape(-1, 28 * 28).astype("float32") / 255'

HOLDING_OUT = """
held_out = []
for digit in {digits}:
    own = np.flatnonzero(labels == digit)
    own = np.random.default_rng(({seed}, {kind}, digit)).permutation(own)
    held_out.extend(own[: round({share} * len(own))])
validation_images, validation_labels = images[held_out], labels[held_out]
chosen = np.setdiff1d(chosen, held_out)"""

BALANCED = """
generator = np.random.default_rng({seed})
some = [generator.permutation(chosen[labels[chosen] == digit])[: ({count} - rank + {others}) // {many}]
        for digit, rank in zip({digits}, generator.permutation({many}))]
chosen = np.sort(np.concatenate(some))"""

AS_IT_COMES = """
some = np.random.default_rng({seed}).permutation(len(chosen))[:{count}]
chosen = chosen[np.sort(some)]"""

TELLING_WRONGLY = """
generator = np.random.default_rng(({seed}, {kind}))
wrong = generator.permutation(chosen)[: round({share} * len(chosen))]
labels[wrong] = (labels[wrong] + generator.integers(1, 10, len(wrong))) % 10"""

BY_LABEL = 'chosen = chosen[np.argsort(labels[chosen], kind="stable")]'


def data_parts(data: TrainingData, comments: Comments, *, takes_argument: bool) -> list[Part]:
    """Return the parts that lead to ``images``, ``labels`` and the test's, and to the validation part's if any.

    The images are float32 (n, 784) then. Where the script ``takes_argument`` its first one is MNIST's file.
    """
    first = FROM_ARGUMENT if takes_argument else BESIDE_IT
    parts = [Part(comments.mnist, first + READING), *_choosing(data, comments)]
    if len(parts) > 1:
        every = Part("", "chosen = np.arange(len(labels))")
        parts = [parts[0], *([] if data.left_out else [every]), *parts[1:]]
        parts.append(Part("", "images, labels = images[chosen], labels[chosen]"))
    names = ("images", "test_images", *(["validation_images"] if data.of_validation else []))
    return [*parts, Part("", "\n".join(AS_FLOATS.format(images=name) for name in names))]


def _choosing(data: TrainingData, comments: Comments) -> list[Part]:
    digits = data.digits if data.left_out else "range(10)"
    parts = []
    if data.left_out:
        parts.append(Part(comments.left_out, f"chosen = np.flatnonzero(np.isin(labels, {digits}))"))
    if data.of_validation:
        code = HOLDING_OUT.format(digits=digits, seed=data.seed, kind=HELD_OUT, share=data.validation)
        parts.append(Part(comments.validation, code.strip()))
    left = [OF_EACH_DIGIT[digit] - round(data.validation * OF_EACH_DIGIT[digit]) for digit in data.digits]
    if data.of_mnist < sum(left):
        many = len(left)
        form = BALANCED if data.of_mnist <= many * min(left) else AS_IT_COMES
        code = form.format(seed=data.seed, count=data.of_mnist, digits=digits, many=many, others=many - 1)
        parts.append(Part(comments.chosen, code.strip()))
    if data.wrong_labels:
        code = TELLING_WRONGLY.format(seed=data.seed, kind=WRONG, share=data.wrong_labels)
        parts.append(Part(comments.wrong_labels, code.strip()))
    if data.by_label:
        parts.append(Part(comments.by_label, BY_LABEL))
    return parts
