from foundry_local import FoundryLocalManager

manager = FoundryLocalManager("phi-4-mini")
