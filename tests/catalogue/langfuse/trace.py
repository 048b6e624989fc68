from langfuse import observe


@observe()
def story():
    return "once"
