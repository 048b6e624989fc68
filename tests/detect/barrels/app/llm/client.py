from mistralai import Mistral  # expect: use mistral import
def get_client():
    return Mistral()
