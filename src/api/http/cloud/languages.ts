import { manifestOf } from '../../../models/manifest-of.ts'
import type { ModelVersion } from '../../../models/service.ts'

/** The ISO 639 codes of the languages that a version reads, that of its own network first. */
export function languagesOf(version: ModelVersion): readonly [string, ...string[]] {
  const { languages } = manifestOf(version)
  // A version without a list was trained on English.
  return languages === undefined ? ['en'] : [languages.own, ...languages.others.map(({ language }) => language)]
}

/** Why a text of a language, such as en-GB, is not analyzed; null if it is. */
export function languageRefusal(version: ModelVersion, code: string): string | null {
  const languages = languagesOf(version)
  if (languages.includes(code.toLowerCase().split('-')[0] ?? '')) return null
  return `The model does not read the language ${code.slice(0, 20)}; use ${languages.join(' or ')}.`
}
