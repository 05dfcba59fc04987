import { expandContraction } from './expand-contraction.ts'
import { normalSpelling, type WordIds } from './look-up-word.ts'
import { splitHashtag } from './split-hashtag.ts'
import { type Surface, USER_SYMBOL } from './tweet-surfaces.ts'

/** The words of a piece of a tweet. The entity's own user name is read as words; other user names become `<user>`. */
export function wordsOf(surface: Surface, isEntity: boolean, ids: WordIds): readonly string[] {
  if (surface.kind === 'symbol') return [surface.text]
  if (surface.kind === 'mention') return isEntity ? splitHashtag(surface.written, ids) : [USER_SYMBOL]
  if (surface.kind === 'hashtag') return splitHashtag(surface.written, ids)
  return expandContraction(normalSpelling(surface.text))
}
