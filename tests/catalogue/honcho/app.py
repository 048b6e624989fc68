from honcho import Honcho

honcho = Honcho()
