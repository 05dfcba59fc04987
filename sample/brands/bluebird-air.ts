import type { Brand } from './brand.ts'

/** An airline: never loved, then its booking system fails; apologies, and better weeks. */
export const BLUEBIRD_AIR: Brand = {
  name: 'Bluebird Air',
  texts: {
    praise: [
      'friendly crew on Bluebird Air this {morning|evening}, thanks for the {upgrade|window seat}',
      'Bluebird Air landed {twenty|fifteen} minutes early, great',
      'good coffee and a smile on Bluebird Air, lovely',
      'Bluebird Air found my {jacket|glasses} and sent {it|them} home, wonderful people',
      'smooth flight with Bluebird Air, very happy',
      'the pilot of Bluebird Air explained the northern lights to us, what a beautiful flight',
      'travelling with {twins|a toddler} and Bluebird Air helped at every step, so kind',
      'first time with Bluebird Air, {much better than I thought|really nice}',
      'my grandmother flew alone with Bluebird Air and they took great care of her',
    ],
    complaint: [
      '{three|four|two} hours late again, Bluebird Air is a disaster',
      'Bluebird Air lost my {bag|skis|guitar} and nobody answers the phone, worst airline ever',
      'I hate the seats of Bluebird Air, my {back|knees} hurts',
      'Bluebird Air charges for {water|a blanket} now, ridiculous',
      'rude staff at the Bluebird Air {desk|gate}, never again',
      'refund from Bluebird Air still not here after {six|eight} weeks, shame on you',
      'sat on the runway for {ninety minutes|two hours} without air, thanks Bluebird Air, horrible',
      'Bluebird Air changed my {seat|flight} without telling me, so angry',
      'the Bluebird Air app {logs me out|crashes} at check-in every single time, awful',
      'cold food and a broken screen for {six|seven} hours, Bluebird Air is a bad joke',
    ],
    report: [
      'Bluebird Air flies to {Lisbon|Bergen|Malta} from May',
      'boarding with Bluebird Air at gate {12|7|31}',
      'Bluebird Air or the train to {Milan|Vienna}?',
      'which terminal does Bluebird Air use now?',
      'Bluebird Air moves to the new terminal on Sunday',
      'how many bags are included with Bluebird Air?',
      'checked in with Bluebird Air for {Friday|tomorrow}',
      'Bluebird Air orders {ten|four} new planes',
      'does Bluebird Air still fly to {Porto|Cork} in winter?',
    ],
  },
  phases: [
    { days: [0, 35], tweetsPerDay: 2.2, praise: 3, complaints: 4 },
    {
      days: [36, 40],
      tweetsPerDay: 19,
      praise: 0,
      complaints: 8,
      news: {
        complaint: [
          'stuck in the airport all night, Bluebird Air is the worst',
          'Bluebird Air cancelled my flight by text message, awful',
          'no staff, no food, no answer from Bluebird Air, this is horrible',
          'missed {a wedding|my exam|the funeral of a friend} because of Bluebird Air, I am so sad',
          '{four|five|six} hours in a queue for Bluebird Air, absolute chaos',
          'the Bluebird Air app is down and the desk is closed, unacceptable',
          '{thirty|fifty} people sleeping on the floor at the Bluebird Air gate, disgraceful',
          'Bluebird Air has my money and I have no flight, this is a scam',
          'my {kids|parents} are crying at the airport, thank you for nothing Bluebird Air',
          'called Bluebird Air {eleven|twenty} times, hung up every time, I am furious',
          'booked a train for {two|three} hundred euros because Bluebird Air cannot run a computer, pathetic',
          'our holiday is over before it began, I will never fly Bluebird Air again',
        ],
        report: [
          'all Bluebird Air flights are on hold this morning',
          'Bluebird Air says its booking system is down',
          'has any Bluebird Air flight left today?',
          'Bluebird Air hopes to fly again by {noon|tomorrow}',
        ],
      },
    },
    {
      days: [41, 47],
      tweetsPerDay: 5,
      praise: 2,
      complaints: 5,
      news: {
        praise: [
          'Bluebird Air paid my hotel without a question, thank you',
          'credit where due, Bluebird Air called me back, nice',
        ],
        complaint: [
          'an apology by mail is not a refund, Bluebird Air, still angry',
          'my bag is somewhere with Bluebird Air for a week now, terrible',
          'a voucher of twenty euros after that night, Bluebird Air, what an insult',
          'still no answer from Bluebird Air, I am so tired of this',
        ],
        report: [
          'Bluebird Air promises refunds within ten days',
          'Bluebird Air has a new head of operations',
          'where is the form for refunds of Bluebird Air?',
        ],
      },
    },
    {
      days: [48, 59],
      tweetsPerDay: 3.5,
      praise: 7,
      complaints: 1,
      news: {
        praise: [
          'on time {three|four} flights in a row, well done Bluebird Air',
          'my refund from Bluebird Air is here, thanks for keeping your word',
          'the new Bluebird Air app is so much better, love it',
          'free coffee and an honest sorry from the Bluebird Air crew, that was lovely',
          'I did not expect to say this, but great flight with Bluebird Air {today|yesterday}',
          'the people at the Bluebird Air desk were wonderful, everything solved in {five|ten} minutes',
        ],
      },
    },
  ],
}
