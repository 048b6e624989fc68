from faster_whisper import WhisperModel  # expect: use torch import


def load(path, model_size):
    # expect: unresolved model torch
    return WhisperModel(path, compute_type="int8")


def model_of(size):
    if size == "fast":
        model = "base"  # ok: a size
    elif size == "best":
        model = "small"  # ok: a size
    return model
