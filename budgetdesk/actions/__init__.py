"""One function per thing a user can do. The window and the command line call these and nothing deeper."""
