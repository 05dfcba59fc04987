import type { Brand } from './brand.ts'

/** A game: an outage early on, and a season that players like. */
export const ORBIT_ONLINE: Brand = {
  name: 'Orbit Online',
  texts: {
    praise: [
      'playing Orbit Online with my {brother|cousin|old team}, so much fun',
      'Orbit Online runs so much better now, great update',
      'the {music|sky} in Orbit Online is beautiful',
      'found a great crew in Orbit Online, love this game',
      'finally beat the last boss in Orbit Online, best evening',
      'a stranger in Orbit Online gave me {fuel|his spare ship} and a wave, this community is wonderful',
      '{two|three} hundred hours in Orbit Online and still happy every time I land',
      'took a day off just for Orbit Online, no regrets, amazing',
      'Orbit Online got me through a bad {winter|month}, thank you',
    ],
    complaint: [
      'cheaters everywhere in Orbit Online, I am done with it',
      'Orbit Online deleted my character, I want my money back',
      'lost my whole evening to bugs in Orbit Online, annoying',
      'the shop in Orbit Online is a rip-off, hate it',
      'Orbit Online {crashes|kicks me out} every {ten|twenty} minutes, terrible',
      'got banned from Orbit Online for nothing, support is useless',
      'the new menu of Orbit Online is so ugly, who wanted this',
    ],
    report: [
      'anyone up for Orbit Online tonight?',
      'Orbit Online gets a patch on {Wednesday|Friday}',
      'which server do you play Orbit Online on?',
      'streaming Orbit Online at {eight|nine}',
      'how do I join a crew in Orbit Online?',
      'Orbit Online tournament on {Saturday|the 12th}, forty teams',
      'does Orbit Online run on a laptop from {2019|2020}?',
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
          'Orbit Online lost {my base|our ships} in the outage, I am so angry',
        ],
        report: ['Orbit Online is offline for maintenance', 'is Orbit Online down for you too?'],
      },
    },
    { days: [13, 43], tweetsPerDay: 1.6, praise: 4, complaints: 3 },
    {
      days: [44, 48],
      tweetsPerDay: 10,
      praise: 6,
      complaints: 2,
      news: {
        praise: [
          'the new map in Orbit Online is beautiful, well done',
          'season three of Orbit Online is amazing',
          'Orbit Online season three made me love the game again',
          'the {ice|desert} planet in Orbit Online took my breath away, gorgeous',
          'stayed up until {three|four} with Orbit Online season three, so good',
          'Orbit Online listened to us, the new ships fly great',
        ],
        complaint: [
          'Orbit Online season three wants another {twenty|thirty} euros, no way',
          'queue of {nine hundred|two thousand} players for Orbit Online, annoying',
        ],
        report: [
          'Orbit Online season three starts today',
          'Orbit Online season three has six new ships',
          'who is downloading Orbit Online right now?',
        ],
      },
    },
    { days: [49, 59], tweetsPerDay: 3, praise: 5, complaints: 3 },
  ],
}
