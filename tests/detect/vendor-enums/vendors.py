import litellm  # expect: use litellm import
from litellm.types.utils import LlmProviders

from shop import PaymentProviders

FIRST = [LlmProviders.ANTHROPIC]  # expect: use anthropic config
SECOND = litellm.LlmProviders.BEDROCK  # expect: use aws-bedrock config
PAID = [PaymentProviders.MISTRAL]  # ok


def is_far(vendor):
    return vendor == LlmProviders.GROQ  # ok: compared
