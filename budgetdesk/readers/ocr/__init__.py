"""Pictures and PDF files to lines of text, in a child process with little memory and little time.

    headers   what a file says it is: refused here, before anything is decoded
    reader    the parent's side of the child process     wire     how they speak
    child     the process                                 job      one request in it
    prepare   paper cut out, laid flat, evenly lit        keep     the picture kept beside the text
    tess, rapid, pdf   the engines                        layout   words to lines
    receipts  engine after engine until it adds up        pool     many at once

The parent imports no engine and no decoder: only `child` does. This file imports
nothing, so that the child stays small. Callers use `receipts.read_receipt_picture`, `pool.OcrPool` and `reader.Reader`.
"""
