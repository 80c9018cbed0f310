"""What is drawn, which network answers, what it says, and whom it is compared with."""
