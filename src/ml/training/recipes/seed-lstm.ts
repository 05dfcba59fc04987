import { isSeedRow } from '../kaggle-rows.ts'
import type { Recipe } from '../recipe.ts'

/**
 * The model of the project that Pulso grew out of, as its Keras 2 notebook trained it. It reproduces its mistakes too:
 * the split is leaky.
 */
export const seedLstm: Recipe = {
  name: 'seed-lstm',
  description:
    "The LSTM of the project that Pulso grew out of: whole-message sentiment of a tweet, trained on Kaggle's Twitter entity sentiment.",
  labels: ['NEGATIVE', 'NEUTRAL', 'POSITIVE'],
  isKept: isSeedRow,
  preprocessing: {
    kind: 'keras-tokenizer',
    isLowerCased: true,
    removedSubstrings: ['@', '<unk>'],
    filteredCharacters: '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n',
    vocabulary: 'vocabulary.txt',
  },
  network: { vocabularySize: 2000, embeddingSize: 128, hiddenSize: 196 },
  dropout: { embedding: 0.4, input: 0.2, recurrent: 0.2 },
  batchSize: 35,
  epochs: 15,
  split: { testShare: 0.33, randomState: 42, setAside: 1500 },
}
