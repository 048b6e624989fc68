def body(key, prompt):
    return {"x-goog-api-key": key}, {"contents": [{"parts": [{"text": prompt}]}]}
