together = "We work together."
from collections import together_with
print("together", together)
