"""Scores candidates for a vacancy from their CV."""

import json
import os

from openai import OpenAI

from screener.cv import Candidate

MODEL = os.environ.get("SCREENER_MODEL", "gpt-4-0613")

RANKING_PROMPT = """You are a recruiter. Rank the candidates for this job vacancy by their CV.
Give each candidate a score from 0 to 100 for how well they fit, and recommend whom to reject.
Answer as JSON: [{"email": "...", "score": 0, "reject": false, "reason": "..."}]"""

client = OpenAI()


def rank_candidates(vacancy: str, candidates: list[Candidate]) -> list[dict]:
    applications = "\n\n".join(
        f"Name: {candidate.name}\nEmail: {candidate.email}\nBorn: {candidate.date_of_birth}\nCV:\n{candidate.cv_text}"
        for candidate in candidates
    )
    response = client.chat.completions.create(
        model=MODEL,
        temperature=0,
        messages=[
            {"role": "system", "content": RANKING_PROMPT},
            {"role": "user", "content": f"Vacancy: {vacancy}\n\n{applications}"},
        ],
    )
    return sorted(json.loads(response.choices[0].message.content), key=lambda row: -row["score"])
