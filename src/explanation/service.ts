import type { Classifier } from '../ml/network/classifier.ts'
import type { LoadedModels } from '../models/loaded-models.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import { type ExplainedMention, explainTexts } from './explain-texts.ts'
import type { TermContribution } from './weigh-words.ts'

type Explanation = Result<readonly TermContribution[]>

export interface Explainer {
  /**
   * What each word does for a label, by the model version that gave it. What is asked at the same time is asked together. `UNAVAILABLE`
   * where that version cannot be loaded; `OVERLOADED` where the model has too much to do.
   */
  explain(mention: ExplainedMention, version: string): Promise<Explanation>
}

interface Question {
  readonly mention: ExplainedMention
  readonly version: string
  answer(explanation: Explanation): void
  fail(error: unknown): void
}

/** With 64 words each about a thousand texts, as many as an import sends at once: other requests get their turn between two of them. */
const MENTIONS_AT_ONCE = 16

export function createExplainer(loaded: Pick<LoadedModels, 'use'>): Explainer {
  let waiting: Question[] = []

  function answerAll(): void {
    const questions = waiting
    waiting = []
    for (const version of new Set(questions.map(question => question.version))) {
      const ofVersion = questions.filter(question => question.version === version)
      loaded
        .use(version, classifier => answerInTurn(classifier, ofVersion))
        .then(used => {
          if (!used.ok) for (const { answer } of ofVersion) answer(unanswered(used, version))
        })
        .catch(error => {
          for (const question of ofVersion) question.fail(error)
        })
    }
  }

  return {
    explain: (mention, version) =>
      new Promise((resolve, reject) => {
        // All of a page's fields are resolved before this comes to pass.
        if (waiting.length === 0) setImmediate(answerAll)
        waiting.push({ mention, version, answer: resolve, fail: reject })
      }),
  }
}

async function answerInTurn(classifier: Classifier, questions: readonly Question[]): Promise<void> {
  for (let at = 0; at < questions.length; at += MENTIONS_AT_ONCE) {
    const some = questions.slice(at, at + MENTIONS_AT_ONCE)
    const explained = await explainTexts(
      classifier,
      some.map(({ mention }) => mention),
    )
    for (const [index, { answer }] of some.entries()) {
      answer(explained.ok ? succeed(explained.value[index] ?? []) : explained)
    }
  }
}

const unanswered = (failed: Extract<Explanation, { ok: false }>, version: string): Explanation =>
  failed.problem.code === 'UNAVAILABLE'
    ? fail(
        'UNAVAILABLE',
        `Only ${version} can explain what it said, and its weights cannot be loaded here: restore its folder, or ask another model.`,
      )
    : failed
