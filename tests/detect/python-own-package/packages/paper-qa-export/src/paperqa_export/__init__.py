import paperqa  # ok
from paperqa.configs import load  # ok

print(paperqa, load)
