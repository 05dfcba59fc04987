/** How people write about a brand in some weeks of the story. */
export interface Phase {
  /** Days of the story, from 0; the last included. */
  readonly days: readonly [number, number]
  readonly tweetsPerDay: number
  /** Of 10 tweets: how many praise, how many complain; the others report. */
  readonly praise: number
  readonly complaints: number
  /** What people write only now; mixed with what they always write. */
  readonly news?: Partial<Record<Tone, readonly string[]>>
}

export type Tone = 'praise' | 'complaint' | 'report'

export interface Brand {
  readonly name: string
  readonly texts: Readonly<Record<Tone, readonly string[]>>
  readonly phases: readonly Phase[]
}

export const STORY_DAYS = 60

/** Made up for this project: five brands that do not exist, and what people might write about them in two months. */
export const BRANDS: readonly Brand[] = [
  {
    // A maker of phones: a launch that goes well, a faulty update, and its fix.
    name: 'Kestrel',
    texts: {
      praise: [
        'I love my Kestrel, the camera is stunning',
        'two years with my Kestrel and the battery still lasts all day, great phone',
        'best display I have ever had on a phone, thank you Kestrel',
        'the Kestrel shop repaired my phone in an hour, excellent service',
        'happy with the Kestrel, nice and fast',
        'night photos from the Kestrel are amazing',
        'dropped my Kestrel in the sink and it still works, impressive',
        'my Kestrel charges in half an hour, so good',
      ],
      complaint: [
        'screen of my Kestrel cracked after one week, terrible quality',
        'Kestrel support keeps me waiting again, so annoying',
        'my Kestrel gets hot in every video call, really bad',
        'why is there no headphone jack on the Kestrel, I hate adapters',
        'the Kestrel speaker sounds awful',
        'paid a fortune for a Kestrel case that broke, disappointed',
      ],
      report: [
        'Kestrel opens a shop next to the station',
        'does the old charger work with the Kestrel?',
        'switching from my old phone to a Kestrel today',
        'Kestrel publishes its numbers on Thursday',
        'anyone here who moved their photos to a Kestrel?',
      ],
    },
    phases: [
      { days: [0, 20], tweetsPerDay: 1.5, praise: 5, complaints: 2 },
      {
        days: [21, 24],
        tweetsPerDay: 11,
        praise: 6,
        complaints: 1,
        news: {
          praise: [
            'the new Kestrel 5 looks amazing, I want one',
            'just unboxed the Kestrel 5, what a beautiful phone',
            'the Kestrel 5 camera is a huge step, love it',
            'Kestrel 5 in green, so pretty, best launch in years',
            'so glad that I waited for the Kestrel 5',
          ],
          complaint: ['the Kestrel 5 is far too expensive, no thanks', 'Kestrel 5 sold out everywhere, frustrating'],
          report: [
            'Kestrel shows the Kestrel 5 today at ten',
            'Kestrel 5 ships in three colours',
            'queue outside the Kestrel shop this morning',
            'watching the Kestrel 5 event with my brother',
          ],
        },
      },
      { days: [25, 37], tweetsPerDay: 4, praise: 7, complaints: 2 },
      {
        days: [38, 43],
        tweetsPerDay: 7,
        praise: 1,
        complaints: 7,
        news: {
          complaint: [
            'the Kestrel update broke my alarm, overslept again, so annoying',
            'since the update my Kestrel is empty by noon, this is terrible',
            'Kestrel 5 restarts five times a day, worst update ever',
            'how can Kestrel release an update this broken, I am angry',
            'my Kestrel lost all its photos after the update, I hate this',
          ],
          report: ['Kestrel says that it looks into the battery problem', 'do not install the Kestrel update yet'],
        },
      },
      {
        days: [44, 59],
        tweetsPerDay: 3,
        praise: 6,
        complaints: 2,
        news: {
          praise: [
            'the fix is here and my Kestrel lasts all day again, thank you',
            'good on Kestrel for fixing the battery so fast',
            'Kestrel gave me a month of free storage for the trouble, nice',
          ],
          report: ['Kestrel 5.1 is out with the battery fix'],
        },
      },
    ],
  },
  {
    // An airline: never loved, then its booking system fails; apologies, and better weeks.
    name: 'Bluebird Air',
    texts: {
      praise: [
        'friendly crew on Bluebird Air this morning, thanks for the upgrade',
        'Bluebird Air landed twenty minutes early, great',
        'good coffee and a smile on Bluebird Air, lovely',
        'Bluebird Air found my jacket and sent it home, wonderful people',
        'smooth flight with Bluebird Air, very happy',
      ],
      complaint: [
        'three hours late again, Bluebird Air is a disaster',
        'Bluebird Air lost my bag and nobody answers the phone, worst airline ever',
        'I hate the seats of Bluebird Air, my back hurts',
        'Bluebird Air charges for water now, ridiculous',
        'rude staff at the Bluebird Air desk, never again',
        'refund from Bluebird Air still not here after six weeks, shame on you',
      ],
      report: [
        'Bluebird Air flies to Lisbon from May',
        'boarding with Bluebird Air at gate 12',
        'Bluebird Air or the train to Milan?',
        'which terminal does Bluebird Air use now?',
        'Bluebird Air moves to the new terminal on Sunday',
      ],
    },
    phases: [
      { days: [0, 27], tweetsPerDay: 2, praise: 3, complaints: 4 },
      {
        days: [28, 33],
        tweetsPerDay: 14,
        praise: 0,
        complaints: 8,
        news: {
          complaint: [
            'stuck in the airport all night, Bluebird Air is the worst',
            'Bluebird Air cancelled my flight by text message, awful',
            'no staff, no food, no answer from Bluebird Air, this is horrible',
            'missed a wedding because of Bluebird Air, I am so sad',
            'four hours in a queue for Bluebird Air, absolute chaos',
            'the Bluebird Air app is down and the desk is closed, unacceptable',
          ],
          report: [
            'all Bluebird Air flights are on hold this morning',
            'Bluebird Air says its booking system is down',
            'has any Bluebird Air flight left today?',
          ],
        },
      },
      {
        days: [34, 42],
        tweetsPerDay: 5,
        praise: 2,
        complaints: 5,
        news: {
          praise: ['Bluebird Air paid my hotel without a question, thank you'],
          complaint: [
            'an apology by mail is not a refund, Bluebird Air, still angry',
            'my bag is somewhere with Bluebird Air for a week now, terrible',
          ],
          report: ['Bluebird Air promises refunds within ten days', 'Bluebird Air has a new head of operations'],
        },
      },
      {
        days: [43, 59],
        tweetsPerDay: 2.5,
        praise: 6,
        complaints: 2,
        news: {
          praise: [
            'on time three flights in a row, well done Bluebird Air',
            'my refund from Bluebird Air is here, thanks for keeping your word',
            'the new Bluebird Air app is so much better',
          ],
        },
      },
    ],
  },
  {
    // A chain of cafés: liked, and quiet.
    name: 'Larch Coffee',
    texts: {
      praise: [
        'Larch Coffee makes the best flat white in town',
        'lovely people at Larch Coffee, great place to work from',
        'the cinnamon rolls of Larch Coffee are so good',
        'I love that Larch Coffee knows my order',
        'rainy day, warm seat at Larch Coffee, happy',
        'free refill at Larch Coffee today, you are the best',
      ],
      complaint: [
        'Larch Coffee raised its prices again, that is sad',
        'cold coffee and a rude waiter at Larch Coffee today, disappointed',
        'no oat milk at Larch Coffee again, annoying',
        'so loud at Larch Coffee that I had to leave, awful',
      ],
      report: [
        'meeting at Larch Coffee at ten',
        'Larch Coffee is closed on Monday',
        'is Larch Coffee open on Sunday?',
        'Larch Coffee opens a second shop by the river',
      ],
    },
    phases: [
      { days: [0, 29], tweetsPerDay: 1.2, praise: 6, complaints: 2 },
      { days: [30, 59], tweetsPerDay: 1.5, praise: 7, complaints: 1 },
    ],
  },
  {
    // A game: an outage early on, and a season that players like.
    name: 'Orbit Online',
    texts: {
      praise: [
        'playing Orbit Online with my brother, so much fun',
        'Orbit Online runs so much better now, great update',
        'the music in Orbit Online is beautiful',
        'found a great crew in Orbit Online, love this game',
        'finally beat the last boss in Orbit Online, best evening',
      ],
      complaint: [
        'cheaters everywhere in Orbit Online, I am done with it',
        'Orbit Online deleted my character, I want my money back',
        'lost my whole evening to bugs in Orbit Online, annoying',
        'the shop in Orbit Online is a rip-off, hate it',
      ],
      report: [
        'anyone up for Orbit Online tonight?',
        'Orbit Online gets a patch on Wednesday',
        'which server do you play Orbit Online on?',
        'streaming Orbit Online at eight',
      ],
    },
    phases: [
      { days: [0, 9], tweetsPerDay: 1.5, praise: 5, complaints: 3 },
      {
        days: [10, 12],
        tweetsPerDay: 8,
        praise: 0,
        complaints: 7,
        news: {
          complaint: [
            'servers of Orbit Online are down again, this is ridiculous',
            'cannot log in to Orbit Online since the patch, fix your game',
            'two days without Orbit Online, terrible support',
          ],
          report: ['Orbit Online is offline for maintenance', 'is Orbit Online down for you too?'],
        },
      },
      { days: [13, 43], tweetsPerDay: 1.5, praise: 4, complaints: 3 },
      {
        days: [44, 48],
        tweetsPerDay: 7,
        praise: 7,
        complaints: 1,
        news: {
          praise: [
            'the new map in Orbit Online is beautiful, well done',
            'season three of Orbit Online is amazing',
            'Orbit Online season three made me love the game again',
          ],
          report: ['Orbit Online season three starts today', 'Orbit Online season three has six new ships'],
        },
      },
      { days: [49, 59], tweetsPerDay: 2.5, praise: 6, complaints: 2 },
    ],
  },
  {
    // An app that is new in the second month.
    name: 'Tansy',
    texts: {
      praise: [
        'Tansy makes my budget so easy, love it',
        'saved forty euros this month thanks to Tansy, great app',
        'the charts in Tansy are lovely',
        'set up Tansy in five minutes, really nice',
        'Tansy support answered within an hour, excellent',
      ],
      complaint: [
        'Tansy cannot find my bank, useless',
        'Tansy wants a subscription for everything, annoying',
        'Tansy crashed and my budget is gone, so bad',
      ],
      report: [
        'trying Tansy for my budget this month',
        'does Tansy work with a joint account?',
        'Tansy is now in three more countries',
        'moving my spreadsheet to Tansy',
      ],
    },
    phases: [
      { days: [33, 45], tweetsPerDay: 1.5, praise: 5, complaints: 2 },
      { days: [46, 59], tweetsPerDay: 3, praise: 6, complaints: 2 },
    ],
  },
]
