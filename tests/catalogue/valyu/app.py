from valyu import Valyu

valyu = Valyu(api_key="key")
