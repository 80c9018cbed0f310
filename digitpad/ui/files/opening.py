"""Opening a file of any kind that digitpad writes, by its suffix: one that the system or a shell hands over."""

from pathlib import Path

from digitpad.document.session_file import SUFFIX as SESSION
from digitpad.errors import UserError
from digitpad.runs.network_file import SUFFIX as NETWORK
from digitpad.ui.files import session_files
from digitpad.ui.files.network_files import NetworkFiles
from digitpad.ui.files.session_files import SessionFiles


def open_file(path: Path, sessions: SessionFiles, networks: NetworkFiles) -> UserError | None:
    """Begin to open a session, a network or drawings; return what is wrong with a file of no such kind."""
    name = path.name.lower()
    if name.endswith(SESSION):
        sessions.open_from(path)
    elif name.endswith(NETWORK):
        networks.open_from(path)
    elif name.endswith(session_files.DRAWINGS_SUFFIXES):
        sessions.open_drawings_from(path)
    else:
        return UserError("no-file-of-ours", path=path)
    return None
