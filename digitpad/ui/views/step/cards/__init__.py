"""The seven cards of a training step: what each act has made, as widgets that know no workspace."""
