"""`python -m training.encoder en` makes a language's encoder: see training/encoder/README.md."""

from training.encoder.command import main

main()
