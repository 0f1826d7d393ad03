"""The windows of the statistics: the adviser's own figures, and those of leaders and evaluators."""
