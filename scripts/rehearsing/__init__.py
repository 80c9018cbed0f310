"""What ``scripts/rehearse_class.py`` is made of: who draws what, and what is concluded from the answers."""
