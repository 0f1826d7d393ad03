"""Documents: values in, PDF bytes out; signing and sealing."""
