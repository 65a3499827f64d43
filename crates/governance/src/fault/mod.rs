//! What the administrator has to mend: a position that nobody holds, an absence without delegate.
