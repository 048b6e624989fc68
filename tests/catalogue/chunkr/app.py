from chunkr_ai import Chunkr

chunkr = Chunkr()
