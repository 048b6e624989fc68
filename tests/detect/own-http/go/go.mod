module example.com/desk
