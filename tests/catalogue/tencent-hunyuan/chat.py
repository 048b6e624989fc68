from tencentcloud.hunyuan.v20230901 import hunyuan_client

client = hunyuan_client.HunyuanClient(cred, "ap-guangzhou")
