import './date-time.ts'
import '../analytics/graphql/entity-sentiment.ts'
import '../analytics/graphql/entity-trend.ts'
import '../classification/graphql/classification-query.ts'
import '../classification/graphql/classify-batch.ts'
import '../classification/graphql/classify.ts'
import '../classification/graphql/entity-classifications.ts'
import '../classification/graphql/predict.ts'
import '../classification/graphql/tweet.ts'
import '../entities/graphql/entity-queries.ts'
import '../models/graphql/models-query.ts'
import { builder } from './builder.ts'

/** Everything that a client can ask. A capability adds its files to the list above. */
export const schema = builder.toSchema()
