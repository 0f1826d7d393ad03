"""From PDF to paper: preview, pages, sheets and the print job."""
