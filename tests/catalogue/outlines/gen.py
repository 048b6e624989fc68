import outlines

generator = outlines.Generator(model, str)
