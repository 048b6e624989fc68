import patronus

patronus.init()
