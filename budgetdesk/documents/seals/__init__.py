"""Ink and seal: certificates, signing, time stamps, and telling whether a file was changed."""
