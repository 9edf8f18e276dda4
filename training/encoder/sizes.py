"""The sizes of the network: of the source's weights, and of what is put on top of them."""

WIDTH, LAYERS, HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 512
ARC, LABEL, LINK, EVENT = 256, 192, 96, 256
OWN_LAYERS = 3  # of the ranker
