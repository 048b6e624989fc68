from ibm_watsonx_ai import Credentials
from ibm_watsonx_ai.foundation_models import ModelInference

model = ModelInference(model_id="ibm/granite-3-8b-instruct", credentials=Credentials(url=url, api_key=key))
