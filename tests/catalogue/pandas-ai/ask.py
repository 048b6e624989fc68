import pandasai as pai

frame = pai.read_csv("orders.csv")
