"""How the network sees a drawing: its way to 28×28 pixels."""
