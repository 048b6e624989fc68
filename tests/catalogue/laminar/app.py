from lmnr import Laminar, observe

Laminar.initialize()
