import './graphql/classification-query.ts'
import './graphql/classify-batch.ts'
import './graphql/classify.ts'
import './graphql/predict.ts'
import './graphql/tweet.ts'
import type { ClassificationService } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly classification: ClassificationService
  }
}

export const classification = ({ classification }: { readonly classification: ClassificationService }) => ({
  classification,
})
