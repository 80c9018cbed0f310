"""How good a network is on pictures that it learns from, on those it is chosen by, and on the test's."""
