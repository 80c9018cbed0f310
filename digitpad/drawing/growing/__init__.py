"""A long drawing's picture while it grows under the pen: what is there already is not drawn again."""
