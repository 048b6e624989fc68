import litellm  # expect: use litellm import

litellm.drop_params = True
