interface Example {
  readonly query: string
  readonly variables?: string
}

const variables = (value: object) => JSON.stringify(value, null, 2)

/** The tabs that are open on a first visit: store a tweet, store several, read figures, evaluate the model, predict. */
export const EXAMPLES: Example[] = [
  {
    // Without variables: the editor fills the variables of its first tab only when a visitor changes tabs.
    query: `# Classifies a tweet about an entity and stores it. Press the play button.
mutation Classify {
  classify(
    input: {
      text: "The new Xbox controller feels amazing, best one yet"
      entity: "Xbox"
    }
  ) {
    classification {
      id
      label
      confidence
      isUncertain
      probabilities { positive neutral negative irrelevant }
      entity { name }
      model { version }
    }
    userErrors { code message field }
  }
}
`,
  },
  {
    query: `# Classifies up to a hundred tweets; each succeeds or fails on its own.
mutation ClassifyBatch($inputs: [ClassifyInput!]!) {
  classifyBatch(inputs: $inputs) {
    results {
      classification { label confidence tweet { text } entity { name } }
      userErrors { code message field }
    }
    userErrors { code message }
  }
}
`,
    variables: variables({
      inputs: [
        { text: 'Servers are down again, third evening this week', entity: '#Xbox', externalId: 'example-1' },
        { text: 'Just unboxed it and I love it', entity: '@Xbox', externalId: 'example-2' },
        { text: '' },
      ],
    }),
  },
  {
    query: `# The sentiment towards an entity: in total, over time, and tweet by tweet.
query EntitySentiment($name: String!) {
  entity(name: $name) {
    name
    sentiment {
      counts { positive neutral negative irrelevant uncertain total }
      netSentiment { value low high sampleSize }
      model { version }
      asOf
    }
    trend(interval: DAY) {
      start
      summary { counts { total } netSentiment { value low high sampleSize } }
    }
    classifications(first: 5) {
      totalCount
      nodes { label confidence tweet { text postedAt importedLabel } }
      pageInfo { hasNextPage endCursor }
    }
  }
}
`,
    variables: variables({ name: 'Xbox' }),
  },
  {
    query: `# How accurate the active model is, and on which tweets that was measured.
query ModelMetrics {
  activeModel {
    version
    supportedLabels
    trainedAt
    evaluations {
      dataset
      split
      isLeaky
      leakReason
      rowCount
      tweetCount
      accuracy { value low high sampleSize }
      macroF1 { value low high }
      majorityBaseline
      perLabel { label precision { value } recall { value } f1 { value } support }
      calibration { expectedCalibrationError }
    }
  }
}
`,
  },
  {
    query: `# Classifies a text without storing anything.
query Predict {
  predict(text: "Waiting in the queue since an hour, thanks a lot", entity: "Xbox") {
    prediction {
      label
      confidence
      isUncertain
      probabilities { positive neutral negative }
      explanation(first: 3) { term weight }
    }
    userErrors { code message field }
  }
}
`,
  },
]
