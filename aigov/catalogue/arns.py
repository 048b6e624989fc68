"""Amazon's names of resources that are models of Bedrock.

https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html#amazonbedrock-resources-for-iam-policies
"""

from __future__ import annotations

import re

_PART = r"(?:\$?\{[^{}\s]*\}|[^:\s{}])*"
"""Between colons, whatever of it is filled in later: ``${AWS::Region}`` has colons of its own."""
_MODEL = re.compile(rf"arn:{_PART}:bedrock:{_PART}:{_PART}:(?:foundation-model|inference-profile)/(?P<id>[\w.:-]+)")
_LONGEST, _LONGEST_TEXT = 300, 4000


def model_in_arn(text: str, *, within: bool = False) -> str | None:
    """The id of the model of Bedrock that an ARN names, whatever of the ARN is filled in later.

    :param within: the ARN may stand in a longer text: a policy.
    """
    if len(text) > (_LONGEST_TEXT if within else _LONGEST):
        return None
    found = _MODEL.search(text) if within else _MODEL.fullmatch(text)
    return found["id"] if found is not None and not found["id"].endswith(("*", "-", ".", ":")) else None
