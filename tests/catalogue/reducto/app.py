from reducto import Reducto

client = Reducto()
