module example.com/helper
