"""Web interface for recruiters."""

import tempfile
from pathlib import Path

from flask import Flask, jsonify, request

from screener.cv import Candidate, read_cv
from screener.interview import confidence_score
from screener.ranking import rank_candidates

app = Flask(__name__)


@app.post("/vacancies/rank")
def rank():
    with tempfile.TemporaryDirectory() as folder:
        candidates = []
        for number, upload in enumerate(request.files.getlist("cv")):
            path = Path(folder, f"{number}.pdf")
            upload.save(path)
            candidates.append(
                Candidate(
                    name=request.form.getlist("name")[number],
                    email=request.form.getlist("email")[number],
                    date_of_birth=request.form.getlist("date_of_birth")[number],
                    cv_text=read_cv(path),
                )
            )
        ranked = rank_candidates(request.form["vacancy"], candidates)
    return jsonify([row for row in ranked if not row["reject"]])


@app.post("/interviews/score")
def score_interview():
    with tempfile.NamedTemporaryFile(suffix=".mp4") as file:
        request.files["video"].save(file.name)
        return jsonify(confidence=confidence_score(Path(file.name)))
