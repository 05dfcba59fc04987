import graphql from '@graphql-eslint/eslint-plugin'

/* Only the API's schema: Biome lints everything else. */

/** Parts of an object that has an id, and envelopes around objects that have one. They are read with their owner, never by themselves. */
const WITHOUT_ID = {
  types: [
    'AccessKey',
    'Adaptation',
    'AdaptationChange',
    'AdaptationGain',
    'AdaptedEntity',
    'AnalyzedEntity',
    'AnnotatorPair',
    'AnnotatorProgress',
    'AuditedObject',
    'Calibration',
    'CalibrationBin',
    'ClassificationExport',
    'ComparisonItem',
    'ComparisonPair',
    'ConfusionCell',
    'EntityComparison',
    'EntityMetrics',
    'EntityReliability',
    'Estimate',
    'Estimation',
    'EstimationComparison',
    'EstimationCoverage',
    'EstimationFromLabels',
    'EstimationOfShares',
    'EstimationShift',
    'EstimationSource',
    'Evaluation',
    'HumanLabel',
    'HumanLabelCounts',
    'LabelAgreement',
    'LabelCounts',
    'LabelShares',
    'LabelMetrics',
    'LabelProbabilities',
    'LanguageCount',
    'ModelComparison',
    'NameOccurrence',
    'PageInfo',
    'Provenance',
    'QueueForecast',
    'RejectedLabel',
    'RejectedRow',
    'ReviewQueueItem',
    'ReviewStratum',
    'RiskCoveragePoint',
    'SentimentBucket',
    'SentimentChange',
    'SentimentEstimate',
    'SentimentSummary',
    'TermContribution',
    'TermStat',
    'TextAnalysis',
    'TopTerms',
    'UnstoredPrediction',
    'UserError',
  ],
  suffixes: ['Connection', 'Edge', 'Payload'],
}

export default [
  {
    files: ['schema.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: './schema.graphql' } } },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      '@graphql-eslint/strict-id-in-types': ['error', { exceptions: WITHOUT_ID }],
      // Short lists that are always whole, such as `userErrors`, are plain lists; only what can grow is a connection.
      '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
      // Stricter than the recommended set: everything that a client can name says what it is...
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          DirectiveDefinition: true,
          rootField: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
        },
      ],
      // ... a root field that fails leaves the others of the operation their answers...
      '@graphql-eslint/require-nullable-result-in-root': 'error',
      // ... and a mutation answers with a payload, which can grow.
      '@graphql-eslint/no-scalar-result-type-on-mutation': 'error',
    },
  },
]
