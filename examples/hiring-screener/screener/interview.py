"""Reads a candidate's mood from the frames of a recorded interview."""

from collections import Counter
from pathlib import Path

import cv2
from deepface import DeepFace

FRAME_EVERY_SECONDS = 2
NERVOUS = {"fear", "sad", "angry"}


def frames(video: Path):
    capture = cv2.VideoCapture(str(video))
    step = max(1, int(capture.get(cv2.CAP_PROP_FPS) * FRAME_EVERY_SECONDS))
    number = 0
    while True:
        ok, frame = capture.read()
        if not ok:
            break
        if number % step == 0:
            yield frame
        number += 1
    capture.release()


def emotion_profile(video: Path) -> dict[str, float]:
    """Share of frames for each dominant emotion of the candidate's face."""
    seen: Counter[str] = Counter()
    for frame in frames(video):
        for face in DeepFace.analyze(frame, actions=["emotion"], enforce_detection=False):
            seen[face["dominant_emotion"]] += 1
    total = sum(seen.values()) or 1
    return {emotion: count / total for emotion, count in seen.items()}


def confidence_score(video: Path) -> int:
    profile = emotion_profile(video)
    return round(100 * (1 - sum(share for emotion, share in profile.items() if emotion in NERVOUS)))
