from kfp import dsl

@dsl.component
def train() -> None: ...
