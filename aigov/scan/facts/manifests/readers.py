def kind_of(path):
    return None
