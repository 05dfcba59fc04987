"""
The kind of service that Pulso grew out of, rewritten: Flask, with Keras loading model and words from disk for each
request. Its labels are in the correct order. `GET /cpu` is an addition: seconds of processor time of the process.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

import keras
from flask import Flask, jsonify, request

from seed_model import build_model, pad, read_model

directory = Path(sys.argv[1])
manifest, tensors = read_model(directory)
copy = Path(tempfile.mkdtemp(prefix="pulso-bench-keras-"))
build_model(manifest, tensors).save(copy / "model.keras")
words = (directory / manifest["preprocessing"]["vocabulary"]).read_text().splitlines()
(copy / "words.json").write_text(json.dumps({word: index + 1 for index, word in enumerate(words)}))

app = Flask(__name__)


@app.post("/api/model-nlp/")
def classify():
    text = (request.get_json(silent=True) or {}).get("text", "")
    if not text:
        return jsonify(error="text is missing"), 400
    rules = manifest["preprocessing"]
    model = keras.models.load_model(copy / "model.keras")
    word_ids = json.loads((copy / "words.json").read_text())
    text = text.lower()
    for removed in rules["removedSubstrings"]:
        text = text.replace(removed, "")
    parts = text.translate({ord(sign): " " for sign in rules["filteredCharacters"]}).split()
    tokens = [word_ids[part] for part in parts if part in word_ids]
    shares = [float(share) for share in model.predict(pad([tokens], rules["maxTokens"]), verbose=0)[0]]
    by_label = dict(zip(manifest["labels"], shares))
    return jsonify(
        sentiment=max(by_label, key=by_label.get),
        negativePercentage=by_label["NEGATIVE"],
        neutralPercentage=by_label["NEUTRAL"],
        positivePercentage=by_label["POSITIVE"],
    )


@app.get("/cpu")
def cpu():
    return jsonify(seconds=time.process_time())


if __name__ == "__main__":
    app.run(port=int(sys.argv[2]), threaded=False)
