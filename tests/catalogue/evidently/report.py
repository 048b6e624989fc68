from evidently import Report
from evidently.presets import DataDriftPreset

report = Report([DataDriftPreset()])
