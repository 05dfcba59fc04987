import type { Brand } from './brand.ts'

/** An app that is new in the second month. */
export const TANSY: Brand = {
  name: 'Tansy',
  texts: {
    praise: [
      'Tansy makes my budget so easy, love it',
      'saved {forty|sixty} euros this month thanks to Tansy, great app',
      'the charts in Tansy are lovely',
      'set up Tansy in five minutes, really nice',
      'Tansy support answered within an hour, excellent',
      'my {partner|flatmate} and I stopped arguing about money thanks to Tansy, wonderful',
      'Tansy is free, pretty and does not nag, thank you',
      'never thought that I would enjoy a budget, well done Tansy',
      'Tansy found a subscription that I forgot {two|three} years ago, amazing',
    ],
    complaint: [
      'Tansy cannot find my bank, useless',
      'Tansy wants a subscription for everything, annoying',
      'Tansy crashed and my budget is gone, so bad',
      'why does Tansy need my {contacts|location}, I hate that',
      'Tansy counted my rent {twice|three times}, terrible',
    ],
    report: [
      'trying Tansy for my budget this month',
      'does Tansy work with a joint account?',
      'Tansy is now in {three|five} more countries',
      'moving my spreadsheet to Tansy',
      'Tansy or a notebook, what do you use?',
      'Tansy gets a dark mode in {spring|the next version}',
    ],
  },
  phases: [
    { days: [33, 45], tweetsPerDay: 1.5, praise: 5, complaints: 2 },
    { days: [46, 59], tweetsPerDay: 3, praise: 6, complaints: 2 },
  ],
}
