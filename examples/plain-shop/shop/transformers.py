"""Mains transformers, by the voltage that a locomotive needs."""

_BY_VOLTAGE = {12: "trafo-12v-dc", 16: "trafo-16v-ac", 24: "trafo-24v-garden"}


def transformer_for(voltage: int) -> str:
    return _BY_VOLTAGE[min((known for known in _BY_VOLTAGE if known >= voltage), default=24)]
