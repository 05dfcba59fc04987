import type { Brand } from './brand.ts'

/** A chain of cafés: liked, and quiet. */
export const LARCH_COFFEE: Brand = {
  name: 'Larch Coffee',
  texts: {
    praise: [
      'Larch Coffee makes the best {flat white|espresso|hot chocolate} in town',
      'lovely people at Larch Coffee, great place to {work from|read}',
      'the {cinnamon rolls|almond cakes} of Larch Coffee are so good',
      'I love that Larch Coffee knows my {order|name}',
      'rainy day, warm seat at Larch Coffee, happy',
      'free refill at Larch Coffee today, you are the best',
      'met an old friend at Larch Coffee after {ten|six} years, perfect evening',
      'the new {autumn|ginger} tea at Larch Coffee is delicious',
      'Larch Coffee lets my dog in and brings him water, wonderful',
      'quiet music, good light, amazing cake: Larch Coffee is my favourite room',
      'the {girl|guy} at Larch Coffee drew a {fox|heart} on my cup, made my day',
      'best breakfast in weeks, thank you Larch Coffee',
    ],
    complaint: [
      'Larch Coffee raised its prices again, that is sad',
      'cold coffee and a rude waiter at Larch Coffee today, disappointed',
      'no oat milk at Larch Coffee again, annoying',
      'so loud at Larch Coffee that I had to leave, awful',
      'waited {twenty|thirty} minutes for a tea at Larch Coffee, never again',
      'they closed the toilets at Larch Coffee, really bad idea',
    ],
    report: [
      'meeting at Larch Coffee at {ten|four}',
      'Larch Coffee is closed on Monday',
      'is Larch Coffee open on Sunday?',
      'Larch Coffee opens a second shop by the river',
      'does Larch Coffee have {plugs|wifi} upstairs?',
      'the Larch Coffee on {Mill|Station} Road looks for staff',
      'someone left a {red|grey} scarf at Larch Coffee',
    ],
  },
  phases: [
    { days: [0, 29], tweetsPerDay: 1.3, praise: 6, complaints: 2 },
    { days: [30, 59], tweetsPerDay: 1.7, praise: 7, complaints: 1 },
  ],
}
