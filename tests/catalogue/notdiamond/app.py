from notdiamond import NotDiamond

client = NotDiamond()
