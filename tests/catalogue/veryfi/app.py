import veryfi

client = veryfi.Client(client_id, client_secret, username, api_key)
