from friendli import SyncFriendli

client = SyncFriendli()
client.serverless.chat.complete(model="meta-llama-3.1-8b-instruct", messages=[])
