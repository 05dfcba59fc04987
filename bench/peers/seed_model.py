"""The seed model's network in Keras, with the weights of a directory under `models/`."""

import json
import os
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")

import numpy as np  # noqa: E402  (TensorFlow reads its settings on import)
import tensorflow as tf  # noqa: E402
import keras  # noqa: E402

tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.threading.set_inter_op_parallelism_threads(1)


def read_model(directory):
    """The manifest, and the tensors in the order of the file."""
    manifest = json.loads((Path(directory) / "manifest.json").read_text())
    values = np.fromfile(Path(directory) / manifest["weights"]["file"], dtype="<f4")
    tensors, start = [], 0
    for tensor in manifest["weights"]["tensors"]:
        size = int(np.prod(tensor["shape"]))
        tensors.append(values[start : start + size].reshape(tensor["shape"]))
        start += size
    return manifest, tensors


def build_model(manifest, tensors):
    network = manifest["network"]
    model = keras.Sequential(
        [
            keras.layers.Input((manifest["preprocessing"]["maxTokens"],)),
            keras.layers.Embedding(network["vocabularySize"], network["embeddingSize"]),
            keras.layers.LSTM(network["hiddenSize"]),
            keras.layers.Dense(len(manifest["labels"]), activation="softmax"),
        ]
    )
    model.set_weights(tensors)
    return model


def pad(rows, length):
    """Pads and truncates in front, as `pad_sequences` does."""
    padded = np.zeros((len(rows), length), dtype=np.int32)
    for index, row in enumerate(rows):
        kept = row[-length:]
        if kept:
            padded[index, length - len(kept) :] = kept
    return padded
