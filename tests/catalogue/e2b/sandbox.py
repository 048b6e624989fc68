from e2b_code_interpreter import Sandbox

sandbox = Sandbox.create()
sandbox.run_code("print('hello')")
