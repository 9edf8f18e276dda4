"""`python -m training train fr`: makes a pipeline; `python -m training score fr`: measures one."""

from training.command import main

main()
