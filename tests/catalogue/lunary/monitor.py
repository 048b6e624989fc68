import lunary

lunary.monitor(client)
