import { FEWEST_TWEETS, FOLDS } from '../ml/adaptation/find-correction.ts'
import type { Change } from '../ml/adaptation/gain.ts'
import type { MadeVersion } from './make-version.ts'

/** Why nothing was changed, and what would help. One or two sentences. */
export function refusalMessage(refused: Extract<MadeVersion, { readonly isAdapted: false }>): string {
  const { tweetCount, knownCount } = refused
  const left =
    knownCount === 0
      ? ''
      : ` ${countOf(knownCount, 'label')} on tweets that the model was trained on ${knownCount === 1 ? 'does' : 'do'} not count.`
  if (refused.reason === 'TOO_FEW') {
    return `${countOf(tweetCount, 'different tweet')} that the model reads ${tweetCount === 1 ? 'is' : 'are'} labelled, and adapting needs ${FEWEST_TWEETS}: label ${FEWEST_TWEETS - tweetCount} more.${left}`
  }
  if (refused.reason === 'SCATTERED') {
    return `No entity has enough of the ${tweetCount} labels, and what they have in common does not help other entities: label ${FEWEST_TWEETS} tweets about one entity.${left}`
  }
  const { accuracy, macroF1, logLoss } = refused.gain
  const measured = `In ${FOLDS}-fold cross-validation on ${tweetCount} labelled tweets,`
  const more = tweetCount < 500 ? ` ${Math.max(50, tweetCount)} more labels may show a gain.` : ''
  if (refused.reason === 'MACRO_F1') {
    return `${measured} accuracy rises by ${points(accuracy)} and macro F1 falls by ${points(macroF1, -1)}: rare labels would be found less often. More tweets with rare labels would help.${left}`
  }
  if (refused.reason === 'ACCURACY') {
    return `${measured} accuracy changes by ${points(accuracy)}: the model would not be better.${more}${left}`
  }
  return `${measured} the log-loss falls by ${shown(logLoss.gain.value, 3)} (${shown(logLoss.gain.low, 3)} to ${shown(logLoss.gain.high, 3)}), which may be chance.${more}${left}`
}

const countOf = (count: number, noun: string) => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`

const shown = (value: number | null, digits: number) => (value === null ? 'unknown' : value.toFixed(digits))

/** In points, with the interval. */
function points({ gain: { value, low, high } }: Change, sign: 1 | -1 = 1): string {
  const of = (end: number | null) => shown(end === null ? null : 100 * sign * end, 1)
  const [first, last] = sign === 1 ? [low, high] : [high, low]
  return `${of(value)} points (${of(first)} to ${of(last)})`
}
