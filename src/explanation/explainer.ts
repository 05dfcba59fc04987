import type { Classifier } from '../ml/network/classifier.ts'
import type { LoadedModels } from '../models/loaded-models.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import { type ExplainedMention, explainTexts } from './explain-texts.ts'
import type { TermContribution } from './weigh-words.ts'

export type Explanation = Result<readonly TermContribution[]>

export interface Explainer {
  /**
   * The contribution of each word to a label, by the model version that gave it. Calls of the same turn of the event loop share calls of the
   * model. `UNAVAILABLE` if that version cannot be loaded; `OVERLOADED` if the queue of the model is full.
   */
  explain(mention: ExplainedMention, version: string): Promise<Explanation>
}

interface PendingExplanation {
  readonly mention: ExplainedMention
  readonly version: string
  resolve(explanation: Explanation): void
  reject(error: unknown): void
}

/** With 64 words each about a thousand texts, as many as an import sends at once; other requests are served between two such calls. */
const MENTIONS_AT_ONCE = 16

export function createExplainer(loaded: Pick<LoadedModels, 'use'>): Explainer {
  let waiting: PendingExplanation[] = []

  function explainAll(): void {
    const pending = waiting
    waiting = []
    for (const version of new Set(pending.map(one => one.version))) {
      const ofVersion = pending.filter(one => one.version === version)
      loaded
        .use(version, classifier => explainInParts(classifier, ofVersion))
        .then(used => {
          if (!used.ok) for (const { resolve } of ofVersion) resolve(notLoaded(used, version))
        })
        .catch(error => {
          for (const { reject } of ofVersion) reject(error)
        })
    }
  }

  return {
    explain: (mention, version) =>
      new Promise((resolve, reject) => {
        // All fields of a page are resolved before this runs.
        if (waiting.length === 0) setImmediate(explainAll)
        waiting.push({ mention, version, resolve, reject })
      }),
  }
}

async function explainInParts(classifier: Classifier, pending: readonly PendingExplanation[]): Promise<void> {
  for (let at = 0; at < pending.length; at += MENTIONS_AT_ONCE) {
    const some = pending.slice(at, at + MENTIONS_AT_ONCE)
    const explained = await explainTexts(
      classifier,
      some.map(({ mention }) => mention),
    )
    for (const [index, { resolve }] of some.entries()) {
      resolve(explained.ok ? succeed(explained.value[index] ?? []) : explained)
    }
  }
}

const notLoaded = (failed: Extract<Explanation, { ok: false }>, version: string): Explanation =>
  failed.problem.code === 'UNAVAILABLE'
    ? fail(
        'UNAVAILABLE',
        `Only ${version} can explain its own results, and its weights cannot be loaded here. Restore its folder, or use another model.`,
      )
    : failed
