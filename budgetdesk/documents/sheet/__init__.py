"""What every paper is drawn with: page, fonts, blocks, plots, pictograms, and the tags that make it readable aloud."""
