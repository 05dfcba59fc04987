/** Values that a sentence lists, most frequent first. */
const SHOWN_VALUES = 5
/** A file may have any number of different values in its label column. */
const MAX_VALUES = 1000
const MAX_VALUE_LENGTH = 40

/**
 * Facts about the rows of a file that do not reject them, counted while the file is read. The user gets one sentence for
 * each kind.
 */
export class Remarks {
  private readonly unknownLabels = new Map<string, number>()
  private unknownLabelRows = 0
  private roundedIds = 0
  private firstRoundedId = ''
  private repeatedHeaders = 0

  /** A label that is not known: the row is stored without it. */
  unknownLabel(value: string): void {
    this.unknownLabelRows += 1
    const word = value.trim().slice(0, MAX_VALUE_LENGTH)
    if (this.unknownLabels.has(word) || this.unknownLabels.size < MAX_VALUES) {
      this.unknownLabels.set(word, (this.unknownLabels.get(word) ?? 0) + 1)
    }
  }

  /** A rounded number in place of an id: the row is stored without an id. */
  roundedId(value: string): void {
    if (this.roundedIds === 0) this.firstRoundedId = value.trim().slice(0, MAX_VALUE_LENGTH)
    this.roundedIds += 1
  }

  /** The header again, as in concatenated files: not a row. */
  repeatedHeader(): void {
    this.repeatedHeaders += 1
  }

  /** Complete sentences, in the same order every time. */
  sentences(): readonly string[] {
    const sentences: string[] = []
    if (this.unknownLabelRows > 0) {
      const values = [...this.unknownLabels].sort(([, a], [, b]) => b - a)
      const [first] = values[0] ?? ['']
      const list = values.slice(0, SHOWN_VALUES).map(([value, count]) => `${JSON.stringify(value)} ${shown(count)}`)
      const more = values.length > SHOWN_VALUES ? ', …' : ''
      sentences.push(
        `${rows(this.unknownLabelRows)} an unknown label and ${are(this.unknownLabelRows)} read without it (${list.join(', ')}${more}); ` +
          `a label map such as ${JSON.stringify(`${first}=Neutral`)} names its meaning.`,
      )
    }
    if (this.roundedIds > 0) {
      sentences.push(
        `${rows(this.roundedIds)} a rounded number such as ${this.firstRoundedId} for an id and ${are(this.roundedIds)} read without an id; ` +
          'export the ids as text to keep them.',
      )
    }
    if (this.repeatedHeaders > 0) {
      sentences.push(
        `The header is repeated in ${lines(this.repeatedHeaders)}, which ${are(this.repeatedHeaders)} skipped.`,
      )
    }
    return sentences
  }
}

const shown = (count: number) => count.toLocaleString('en')
const rows = (count: number) => (count === 1 ? '1 row has' : `${shown(count)} rows have`)
const lines = (count: number) => (count === 1 ? '1 line' : `${shown(count)} lines`)
const are = (count: number) => (count === 1 ? 'is' : 'are')
