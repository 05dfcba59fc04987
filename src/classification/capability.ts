import './graphql/classification-query.ts'
import './graphql/classify-batch.ts'
import './graphql/classify.ts'
import './graphql/predict.ts'
import './graphql/tweet.ts'
import type { ModelRegistry } from '../models/service.ts'
import type { Storage } from '../storage/storage.ts'
import { type ClassificationReader, createClassificationReader } from './classification-reader.ts'
import type { ClassificationService } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly classification: ClassificationService
    readonly classifications: ClassificationReader
  }
}

interface ClassificationNeeds {
  readonly classification: ClassificationService
  readonly storage: Pick<Storage, 'prisma'>
  readonly models: ModelRegistry
}

export const classification = ({ classification, storage, models }: ClassificationNeeds) => ({
  classification,
  classifications: createClassificationReader({ database: storage.prisma, models }),
})
