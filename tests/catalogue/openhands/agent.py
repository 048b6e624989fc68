from openhands.core.main import run_controller
