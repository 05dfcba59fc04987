"""Keras's own `predict` with the seed model's network and a model's weights. It has the protocol of every engine, see `bench/inference/messages.ts`."""

import json
import os
import sys
import time

answers = os.fdopen(os.dup(1), "w", buffering=1)
os.dup2(2, 1)  # TensorFlow prints to standard output, which is reserved for results.

from seed_model import build_model, pad, read_model  # noqa: E402  (after the descriptors are redirected)

directory = sys.argv[1]
manifest, tensors = read_model(directory)
model = build_model(manifest, tensors)
length = manifest["preprocessing"]["maxTokens"]
rows = []


def say(answer):
    print(json.dumps(answer), file=answers)


def predict(batch):
    return model.predict(pad([rows[index]["tokenIds"] for index in batch], length), batch_size=len(batch), verbose=0)


def timed(batches, least_cpu_ms):
    """Complete passes; processor time of all threads."""
    start = time.process_time_ns()
    tweets = 0
    while True:
        for batch in batches:
            predict(batch)
            tweets += len(batch)
        micros = (time.process_time_ns() - start) / 1000
        if micros >= least_cpu_ms * 1000:
            return {"cpuMicros": micros, "tweets": tweets}


import keras  # noqa: E402

say({"version": f"Keras {keras.__version__}"})
for line in sys.stdin:
    question = json.loads(line)
    if question["ask"] == "rows":
        rows = question["rows"]
        say({"rows": len(rows)})
    elif question["ask"] == "answer":
        say({"answers": [float(value) for row in predict(question["rows"]) for value in row]})
    else:
        say(timed(question["batches"], question["leastCpuMs"]))
