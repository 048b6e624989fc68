from aidial_sdk import DIALApp

app = DIALApp()
