import { setTimeout as wait } from 'node:timers/promises'
import { ENTITIES } from '../tweets/entities.ts'
import { ask } from './ask.ts'

const POLL_MS = 250

/** Resolves when all tweets stored so far can be found by their words. */
export async function untilIndexed(url: string): Promise<void> {
  const asked = Date.now()
  for (;;) {
    const { entity } = await ask(
      url,
      'query Indexed($name: String!) { entity(name: $name) { classifications(filter: { text: "love" }, first: 1) { asOf } } }',
      { name: ENTITIES[0] },
    )
    if (Date.parse(entity.classifications.asOf) >= asked) return
    await wait(POLL_MS)
  }
}
