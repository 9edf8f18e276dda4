"""Makes the shipped language pipelines from treebanks; never imported by the package."""
