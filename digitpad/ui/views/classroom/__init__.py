"""The view “Class”: the class's own digits are collected, looked at, and used."""
