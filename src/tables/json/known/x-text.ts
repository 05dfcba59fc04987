const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/** The text of a tweet as its author wrote it: X encodes these three characters, each once. */
export const xText = (text: string): string => text.replace(/&(?:amp|lt|gt);/g, entity => ENTITIES[entity] ?? entity)

/** The whole text of a retweet: X cuts the text of the retweet itself off. */
export const retweetText = (author: string | null, text: string): string =>
  author === null ? text : `RT @${author}: ${text}`
