import litellm  # expect: use litellm import

import registry

registry.anthropic_key = "shop-1"  # ok: a module of the tree's own
box = litellm.Cache()
box.cohere_key = "x"  # ok: an object, no module
if litellm.cohere_key == "x":  # ok: it is read
    pass
