from ragas import evaluate
from ragas.metrics import faithfulness
