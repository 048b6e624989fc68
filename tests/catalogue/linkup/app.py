from linkup import LinkupClient

client = LinkupClient()
