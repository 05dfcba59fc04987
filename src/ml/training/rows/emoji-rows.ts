import { drawName } from './draw-name.ts'
import type { MadeRow, Material, Sentiment } from './made-row.ts'

/** Emoji by the sentiment that they nearly always express. */
export const EMOJI: Readonly<Record<Sentiment, readonly string[]>> = {
  0: [...'👎😡🤬😠😤🤮💩😢😞😒🙄😩😫💔🤢😖😭🖕😣☹🙁😑🤦😾🥱😰😨🚫❌😿😓😥😟😕😵🤕😪😔👿⛔🗑🤥🙀🥴📉'],
  1: [...'🤔📷📍🗓📰🕗🚗🏠📺📱🔗📝👀🎧🚌💼📦'],
  2: [
    ...'😍❤👍🔥🎉😊😁🙌💯👏😃🥰😘💕✨👌🤩💪⭐😎🏆💖💙💚💜😄🤗🥳😻💗♥😋🙏☺🌟👑🫶😀🤟😆😚😺😸💞💓💟❣🎊🎁🌈🌸🌹💐🍾🥂✅☀🏅🥇🧡🤍📈🫰💃',
  ],
}

const FRAMES = ['{X} {E}', '{E} {X}', '{X} {E}', '{X} is {E}', '{X} = {E}', 'just got {X} {E}', '{X} today {E}']
const MORE_FRAMES = ['{X} again {E}', 'me and {X} {E}', '{E} {X} {E}', 'my {X} {E}', '{X} !! {E}', 'so {X} {E}']

/** A name and one to three emoji; three in ten ask about the whole message. */
export function makeEmojiRow({ dice, names }: Material): MadeRow {
  const sentiment = dice.pick<Sentiment>([0, 0, 0, 0, 1, 2, 2, 2, 2])
  const emoji = dice.pick(EMOJI[sentiment])
  const more = dice.chance(0.5) ? emoji : dice.pick(EMOJI[sentiment])
  const run = [emoji, more, more].slice(0, 1 + dice.index(3)).join(dice.chance(0.3) ? ' ' : '')
  const { name, written } = drawName(names, dice)
  const frame = dice.pick([...FRAMES, ...MORE_FRAMES])
  const text = dice.chance(0.1) ? run : frame.replaceAll('{X}', written).replaceAll('{E}', run)
  return { text, entity: text === run || dice.chance(0.3) ? null : name, sentiment }
}
