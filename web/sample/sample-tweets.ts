interface SampleTweet {
  readonly entity: string
  readonly text: string
}

/** Made up for this project: four brands that do not exist, and what people might say about them. */
const TWEETS: readonly SampleTweet[] = [
  { entity: 'Kestrel', text: 'Got my Kestrel 4 today and I love it, the camera is stunning' },
  { entity: 'Kestrel', text: 'Two years with my Kestrel and the battery still lasts all day, great phone' },
  { entity: 'Kestrel', text: 'Kestrel shows its new phone on Thursday' },
  { entity: 'Kestrel', text: 'The Kestrel update broke my alarm, overslept again, so annoying' },
  { entity: 'Kestrel', text: 'Best display I have ever had on a phone, thank you Kestrel' },
  { entity: 'Kestrel', text: 'Kestrel opens a shop next to the station' },
  { entity: 'Kestrel', text: 'Screen of my Kestrel cracked after one week, terrible quality' },
  { entity: 'Kestrel', text: 'Happy with the Kestrel, nice and fast' },
  { entity: 'Kestrel', text: 'The new Kestrel is amazing, so glad that I waited' },
  { entity: 'Bluebird Air', text: 'Three hours late again, Bluebird Air is a disaster' },
  { entity: 'Bluebird Air', text: 'Bluebird Air lost my bag and nobody answers the phone, worst airline ever' },
  { entity: 'Bluebird Air', text: 'Bluebird Air flies to Lisbon from May' },
  { entity: 'Bluebird Air', text: 'Friendly crew on Bluebird Air this morning, thanks for the upgrade' },
  { entity: 'Bluebird Air', text: 'I hate the seats of Bluebird Air, my back hurts' },
  { entity: 'Bluebird Air', text: 'Bluebird Air cancelled my flight by text message, awful' },
  { entity: 'Bluebird Air', text: 'Boarding with Bluebird Air at gate 12' },
  { entity: 'Bluebird Air', text: 'Never again Bluebird Air, stuck in the airport all night' },
  { entity: 'Bluebird Air', text: 'Refund from Bluebird Air still not here after six weeks, shame on you' },
  { entity: 'Larch Coffee', text: 'Larch Coffee makes the best flat white in town' },
  { entity: 'Larch Coffee', text: 'Lovely people at Larch Coffee, great place to work from' },
  { entity: 'Larch Coffee', text: 'Meeting at Larch Coffee at ten' },
  { entity: 'Larch Coffee', text: 'Larch Coffee raised its prices again, that is sad' },
  { entity: 'Larch Coffee', text: 'The cinnamon rolls of Larch Coffee are so good' },
  { entity: 'Larch Coffee', text: 'I love that Larch Coffee knows my order' },
  { entity: 'Larch Coffee', text: 'Larch Coffee is closed on Monday' },
  { entity: 'Larch Coffee', text: 'Cold coffee and a rude waiter at Larch Coffee today, disappointed' },
  { entity: 'Orbit Online', text: 'The new map in Orbit Online is beautiful, well done' },
  { entity: 'Orbit Online', text: 'Servers of Orbit Online are down again, this is ridiculous' },
  { entity: 'Orbit Online', text: 'Cannot log in to Orbit Online since the patch, fix your game' },
  { entity: 'Orbit Online', text: 'Orbit Online season three starts next week' },
  { entity: 'Orbit Online', text: 'Playing Orbit Online with my brother, so much fun' },
  { entity: 'Orbit Online', text: 'Cheaters everywhere in Orbit Online, I am done with it' },
  { entity: 'Orbit Online', text: 'Orbit Online runs so much better now, great update' },
  { entity: 'Orbit Online', text: 'Anyone up for Orbit Online tonight?' },
  { entity: 'Orbit Online', text: 'Orbit Online deleted my character, I want my money back' },
]

export const SAMPLE_FILE_NAME = 'pulso-sample.ndjson'

const DAY_MS = 24 * 3_600_000
/** How far back the sample reaches, so that a first look has something to draw. */
const DAYS = 14

/** The sample as a file: the same tweets each time, spread over the two weeks before `now`. */
export function sampleFile(now: number): string {
  return TWEETS.map(({ entity, text }, index) =>
    JSON.stringify({
      id: `pulso-sample-${index}`,
      entity,
      text,
      posted_at: new Date(now - ((index * 5) % DAYS) * DAY_MS - index * 600_000).toISOString(),
    }),
  ).join('\n')
}
