import { drawName } from './draw-name.ts'
import type { MadeRow, Material } from './made-row.ts'
import type { Sentiment } from './sentiment.ts'

/** Emoji by the sentiment that they nearly always express. */
export const EMOJI: Readonly<Record<Sentiment, readonly string[]>> = {
  0: [...'👎😡🤬😠😤🤮💩😢😞😒🙄😩😫💔🤢😖😭🖕😣☹🙁😑🤦😾🥱😰😨🚫❌😿😓😥😟😕😵🤕😪😔👿⛔🗑🤥🙀🥴📉'],
  1: [...'🤔📷📍🗓📰🕗🚗🏠📺📱🔗📝👀🎧🚌💼📦'],
  2: [
    ...'😍❤👍🔥🎉😊😁🙌💯👏😃🥰😘💕✨👌🤩💪⭐😎🏆💖💙💚💜😄🤗🥳😻💗♥😋🙏☺🌟👑🫶😀🤟😆😚😺😸💞💓💟❣🎊🎁🌈🌸🌹💐🍾🥂✅☀🏅🥇🧡🤍📈🫰💃',
  ],
}

/** A name and one to three emoji; three in ten ask about the whole message. */
export function makeEmojiRow({ dice, names, constructions }: Material): MadeRow {
  const sentiment = dice.pick<Sentiment>([0, 0, 0, 0, 1, 2, 2, 2, 2])
  const emoji = dice.pick(EMOJI[sentiment])
  const more = dice.chance(0.5) ? emoji : dice.pick(EMOJI[sentiment])
  const run = [emoji, more, more].slice(0, 1 + dice.index(3)).join(dice.chance(0.3) ? ' ' : '')
  const { name, written } = drawName(names, dice)
  const frame = dice.pick(constructions.emojiFrames)
  const text = dice.chance(0.1) ? run : frame.replaceAll('{X}', written).replaceAll('{E}', run)
  return { text, entity: text === run || dice.chance(0.3) ? null : name, sentiment }
}
