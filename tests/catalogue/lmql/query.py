import lmql


@lmql.query
def meaning():
    '''lmql "Q: What? A: [ANSWER]" '''
