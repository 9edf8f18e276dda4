"""`python -m training fr` makes a pipeline and measures it; `--only score` measures the shipped one."""

from training.command import main

main()
