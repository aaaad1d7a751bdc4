"""TEXT: strings and offsets. Takes a text, gives lines, sentences and quotations as exact spans; touches nothing else."""
