import type { ClassificationService } from './service.ts'

/** The same service for work that nobody waits for at a screen: it lets those pass who do. */
export const inBulk = (service: Pick<ClassificationService, 'classify'>): Pick<ClassificationService, 'classify'> => ({
  classify: (requests, asking) => service.classify(requests, { ...asking, isBulk: true }),
})
