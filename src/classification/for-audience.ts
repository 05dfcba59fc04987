import type { Audience } from '../jobs/audience.ts'
import type { ClassificationService } from './service.ts'

/** The service, with whoever waits for one of its answers noted. */
export function forAudience(service: ClassificationService, audience: Pick<Audience, 'enter'>): ClassificationService {
  const seen = <T>(answer: Promise<T>): Promise<T> => answer.finally(audience.enter())
  return {
    predict: (...question) => seen(service.predict(...question)),
    classify: (...question) => seen(service.classify(...question)),
  }
}
