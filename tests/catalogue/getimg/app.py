from getimg import Getimg

client = Getimg(api_key="key")
