from honcho.manager import Manager
