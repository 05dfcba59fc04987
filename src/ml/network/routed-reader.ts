import { createLanguageIdentifier, type LanguageIdentifier } from '../language/language-identifier.ts'
import type { ChosenNetwork } from './choose-network.ts'
import type { Mention } from './classifier.ts'
import { createEncoder, type EncodedMention } from './encode.ts'
import type { Engine } from './engine.ts'
import { packLanguage } from './language-code.ts'
import type { Model } from './model.ts'
import type { RoutedReadings } from './read-texts.ts'
import { isOwnLanguage, languagesOf, routeMention } from './route-mention.ts'

export type RoutedReader = (mentions: readonly Mention[]) => Promise<RoutedReadings>

/** One network with its encoder. */
interface Network {
  readonly encode: (mention: Mention) => EncodedMention
  readonly engine: Engine
}

/**
 * Reads each mention with the network of its language. Other networks and the identifier are loaded when the first text
 * needs them.
 */
export async function createRoutedReader(
  model: Model,
  createEngine: (model: Model) => Promise<Engine>,
): Promise<{ read: RoutedReader; close: () => Promise<void> }> {
  const models = [model, ...(model.others?.values() ?? [])]
  const languages = languagesOf(model)
  const load = async (index: number): Promise<Network> => {
    const own = models[index] as Model
    return { encode: createEncoder(own), engine: await createEngine(own) }
  }
  const own = await load(0)
  const networks = new Map<number, Promise<Network>>([[0, Promise.resolve(own)]])
  let identifier: Promise<LanguageIdentifier> | null = null

  // The next text tries again what failed: a file may have been out of reach for a moment.
  async function identifierOf(): Promise<LanguageIdentifier> {
    identifier ??= createLanguageIdentifier()
    try {
      return await identifier
    } catch (error) {
      identifier = null
      throw error
    }
  }

  async function networkOf(index: number): Promise<Network> {
    const loading = networks.get(index) ?? load(index)
    networks.set(index, loading)
    try {
      return await loading
    } catch (error) {
      networks.delete(index)
      throw error
    }
  }

  async function read(mentions: readonly Mention[]): Promise<RoutedReadings> {
    const encoded = mentions.map(own.encode)
    const isDoubtful =
      languages.length > 0 &&
      mentions.some((mention, row) => mention.language == null && !isOwnLanguage(encoded[row] as EncodedMention))
    const identify = isDoubtful ? await identifierOf() : null
    const chosen = mentions.map(
      (mention, row): ChosenNetwork =>
        languages.length === 0 ? UNASKED : routeMention(mention, encoded[row] as EncodedMention, identify, languages),
    )
    const outputs = own.engine.outputs
    const probabilities = new Float32Array(mentions.length * outputs)
    for (const index of new Set(chosen.map(({ network }) => network))) {
      const network = await networkOf(index)
      const rows = [...mentions.keys()].filter(row => chosen[row]?.network === index)
      if (index > 0) for (const row of rows) encoded[row] = network.encode(mentions[row] as Mention)
      const answers = await network.engine.predict(rows.map(row => encoded[row] as EncodedMention))
      for (const [at, row] of rows.entries()) {
        probabilities.set(answers.subarray(at * outputs, (at + 1) * outputs), row * outputs)
      }
    }
    return {
      probabilities,
      unknownTokenShares: Float64Array.from(encoded, ({ unknownTokenShare }) => unknownTokenShare),
      truncations: Uint8Array.from(encoded, ({ isTruncated }) => Number(isTruncated)),
      absences: Uint8Array.from(encoded, ({ isAbsent }) => Number(isAbsent)),
      networks: Uint8Array.from(chosen, ({ network }) => network),
      languages: Uint32Array.from(chosen, ({ language }) => packLanguage(language)),
      unsupported: Uint8Array.from(chosen, ({ isUnsupported }) => Number(isUnsupported)),
    }
  }

  return {
    read,
    async close() {
      for (const network of networks.values()) await (await network).engine.close()
    },
  }
}

const UNASKED: ChosenNetwork = { network: 0, language: null, isUnsupported: false }
