from deepface import DeepFace  # expect: use deepface import ; indicator remote-biometric-identification library
from openai import OpenAI  # expect: use openai import

PROMPT = "Rank the candidates for this vacancy by their CV."  # expect: indicator recruitment prompt


def screen(cv: str, photo: str) -> None:
    # expect: indicator emotion-recognition call ; indicator biometric-categorisation call
    DeepFace.analyze(img_path=photo, actions=["emotion"])
    # expect: model gpt-4o provider=openai ; flow openai personal
    OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": PROMPT + cv}])
