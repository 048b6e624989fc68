from vanna.remote import VannaDefault

vn = VannaDefault(model="orders", api_key="set-later")
