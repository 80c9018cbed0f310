"""What a class looks at in a step: one picture of the batch, one weight of the network."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """A picture and a weight.

    Attributes:
        picture: number of the picture in the batch, from 0.
        tensor: place of the weight's tensor among the network's weights: W and b of each layer in turn.
        row: which input of the layer the weight belongs to; of no meaning for a bias.
        column: which unit of the layer it belongs to.
    """

    picture: int = 0
    tensor: int = 0
    row: int = 0
    column: int = 0

    def index(self, shape: tuple[int, ...]) -> tuple[int, ...]:
        """Return where the chosen weight lies in its tensor of this shape, W (inputs, units) or b (units,).

        A choice that was made in another network lies within this one all the same.
        """
        column = min(self.column, shape[-1] - 1)
        return (column,) if len(shape) == 1 else (min(self.row, shape[0] - 1), column)
