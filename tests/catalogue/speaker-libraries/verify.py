from pyannote.audio import Pipeline
from resemblyzer import VoiceEncoder
from speechbrain.inference.speaker import SpeakerRecognition
