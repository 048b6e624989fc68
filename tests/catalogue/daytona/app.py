from daytona import Daytona

sandbox = Daytona().create()
