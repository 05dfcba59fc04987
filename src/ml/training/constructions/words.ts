/** Words and phrases that fill the slots of constructions, each list in the notation of `two-entities.ts`. */
export const SLOTS: Readonly<Record<string, string>> = {
  PA: `
solid|smooth|gorgeous|reliable|brilliant|delightful|superb|comfy|handy|snappy|excellent|terrific|decent|stellar
wonderful|charming|clean|pleasant|outstanding|nice|cool|lovely|impressive|incredible|magnificent|great|good|perfect
beautiful|fun|fast|friendly|sweet|elegant|sharp|fresh|tasty|cosy|stunning|top|superior|first class|the best|legit|dope
lit|a gem|a masterpiece|a joy|pure gold|on point|worth it|honest|generous|fair|polite|helpful|sublime|neat|genius`,
  NA: `
laggy|clunky|overpriced|buggy|dreadful|pathetic|rubbish|useless|ugly|shady|annoying|horrid|lame|crappy|sluggish|broken
disappointing|unreliable|nasty|miserable|depressing|messy|dull|stupid|mediocre|bad|awful|horrible|trash|garbage|slow
boring|rude|dirty|cheap|greedy|dishonest|cruel|a joke|a scam|a mess|a disaster|a nightmare|a letdown|the worst|toxic
unfair|tasteless|noisy|cheesy|unusable|worthless|painful|gross|sketchy|clumsy|arrogant|lazy|crap|a rip off|a disgrace`,
  CP: `
better|nicer|smoother|stronger|cheaper|quicker|safer|cooler|cleaner|easier|more reliable|more fun|lighter|faster
more comfortable|less buggy|less annoying|friendlier|more useful|smarter|prettier|tastier|funnier|kinder|more honest
sharper|bigger and better|more entertaining|more fair|brighter|sexier|happier|less boring|more exciting|cuter`,
  CN: `
worse|weaker|uglier|pricier|clunkier|duller|more annoying|less reliable|less fun|dumber|noisier|shadier|more boring
less useful|harder to use|messier|slower|dirtier|ruder|more expensive and worse|buggier|less honest|crueler|lamer
cheaper looking|more toxic|less comfortable|stupider|more greedy|nastier`,
  ADV: 'so much|much|way|far|a lot|clearly|definitely|honestly|really|a million times|always|even|still|just|a bit|10x',
  IS: 'is|was|looks|feels|seems|sounds|has become|turned out|will always be|has always been',
  BUT: 'but|while|yet|though|whereas|,|.|and|;|although|meanwhile|...|!|, but|. however ,|however|on the other hand|, and',
  AND: 'and|,|.|;|...|!|, and|while',
  WHILE: 'while|although|even though|though|whereas|despite that',
  FIELD:
    '|| in every way| hands down| at this| when it comes to {THING}| on every level| again| every time| for {THING}',
  THING:
    'service|battery|screen|camera|sound|design|price|support|team|show|crowd|food|staff|songs|voice|defence|plan|app|network|quality|delivery|coffee|menu|design team|graphics|story',
  PERSON:
    'i|we|my wife|my husband|people|my friends|everyone here|my parents|all of us|most fans|my team|i would always',
  BEATS:
    'beats|destroys|crushes|outperforms|outclasses|smokes|tops|outshines|slays|wrecks|dominates|blows away|owns|trumps|humiliates|outsells|outplays|kills|schools|buries|defeats|demolishes',
  BEAT: 'beat|destroy|crush|outperform|outclass|smoke|top|outshine|wreck|dominate|blow away|own|trump|humiliate|outsell|outplay|bury|defeat|demolish',
  BEATEN:
    'beaten|destroyed|crushed|outperformed|outclassed|smoked|outshined|wrecked|dominated|blown away|owned|trumped|humiliated|outplayed|schooled|buried|defeated|demolished',
  LOSES: 'loses|lost|is losing|keeps losing|has lost|can only lose|always loses',
  LEFT: 'left|quit|dumped|ditched|dropped|deleted|cancelled|abandoned|gave up on|gave up|got rid of|broke up with|stopped using|walked away from|said goodbye to|uninstalled|am leaving|are leaving|will leave|threw out',
  HAPPY:
    ', so happy|and it is {PA}|and i love it|, no regrets|, best choice ever|and never looked back|:)|, so much {CP}|, what a relief|and it shows|, should have done it sooner|, life is good|, finally|, feels {PA}',
  SORRY:
    ', big mistake|and i regret it|and it is {NA}|, so sorry i did|, never again|:(|, worst choice ever|, what was i thinking|and i want to go back|, so much {CN}|and i miss it already|, please take me back',
  WHEN: 'when|after|because|even though|while',
  SO: 'so|, luckily|, but|, then|and',
  WHO: 'my boss|my sister|my neighbour|my mum|my ex|my teacher|a friend|the critics|the experts|the internet|the bbc|the minister|a colleague|my dentist|some guy|the press|twitter|the reviewer|my flatmate|an analyst|the coach|people|they',
  HARMED:
    'lied about|stole from|cheated|robbed|scammed|betrayed|insulted|ruined|copied|attacked|mistreated|sabotaged|bullied|threatened|mocked',
  HELPED:
    'protects us from|saved me from|freed me from|warned me about|is suing|exposed|called out|stopped|protects people from',
}

/** Clauses about one entity, in the same notation. */
export const PRAISE = `
{X} works (great|perfectly|like a charm|without a hitch)
{X} saved me (so much|a lot of) (time|money|trouble)
{X} (rocks|rules|slays|delivers|never disappoints)
{X} runs like a dream
{X} (nailed|killed) it
{X} makes me (smile|happy|laugh)
i (love|adore|like|enjoy|admire|trust|recommend) {X}
(really|always|still) (enjoying|loving|liking) {X}
{X} (is|was|looks|sounds|feels) (so|really|very|pretty|super||) {PA}
{X} is (so|really|very|pretty|super||) {PA}
(so|very|really) (impressed|pleased|happy|delighted) (by|with) {X}
(thanks|thank you|thx) {X} (for the help|for everything|so much)
{X} (customer service|staff|support) is {PA}
(can|would|highly) recommend {X}
{X} deserves (an award|all the love|a medal|a raise)
proud of {X}
had a {PA} time (with|at) {X}
{X} fixed my (issue|problem|phone|order) (right away|in minutes|for free)
{X} keeps getting better
(big|huge|proud) fan of {X}
{X} won me over
(shoutout|props|kudos|respect|cheers) to {X} , {PA} (people|stuff|work)
what a {PA} (day|show|game|night|job) from {X}
{X} is my (favourite|favorite|happy place|hero|life saver)
{X} got me a full refund
{X} is the (best|goat|bomb|real deal)
{X} is (back|here) and i am (so happy|thrilled|hyped)
can not wait for {X}
(so|very) excited for {X}
{X} never fails me
i am glad (for|i found|i have) {X}
{X} is in great (form|shape)
{X} played (great|brilliantly|well)
{X} treats people (well|fairly|with respect)
well done {X}
(congrats|congratulations) {X}
good (job|work) {X}
{X} made my (day|week|year)
bless {X}
{X} works great
{X} saved me so much time
{X} rocks
{X} runs like a dream
{X} nailed it
{X} makes me smile
i love {X}
i adore {X}
really enjoying {X}
{X} is {PA}
{X} was {PA}
so impressed by {X}
thanks {X} for the help
{X} customer service is {PA}
can recommend {X}
{X} deserves an award
proud of {X}
had a {PA} time with {X}
{X} fixed my issue right away
{X} keeps getting better
{X} looks {PA}
big fan of {X}
{X} won me over
shoutout to {X} , {PA} people
{X} (charges|charged) (fast|in minutes|me nothing)
{X} (came|arrived|showed up) (early|on time|a day early)
the (food|coffee|service|music|view|team|crew) at {X} (is|was) {PA}
the (new|latest|old) {X} is {PA}
my {X} (still works|lasts all day|is a beast|never dies)
{X} (sings|plays|acts|dances|writes) (beautifully|like an angel|with heart)
{X} (scored|won|saved us|was on fire) (again|tonight|last night)
{X} (gave|sent) me (a free upgrade|flowers|a refund|a smile)
{X} (picked up|answered|replied) (right away|in seconds|on the first ring)
{X} (kept|keeps) (its|their|his|her) (word|promise)
{X} (helped|saved|inspired|taught) (me|us|so many people)
{X} was worth (it|the wait|every minute|the money)
{X} (has|had) (the best|{PA}) (staff|songs|prices|shows|players)
{X} (is|was) a (hero|legend|winner|class act|treat|hit|delight|life saver)
{X} (got it right|knows how to do it|gets me)
{X} (blew me away|cheered me up|cracked me up|made us proud)
{X} (cares|listens|delivers every time)
(gotta|got to|have to) love {X}
(go|well played|bravo|cheers|respect|three cheers for) {X}
i (cried happy tears|could not stop laughing) (at|with) {X}
i (feel|felt) (safe|welcome|at home) (at|with) {X}
i (would|will) (go|come) back to {X} (any time|tomorrow)
{X} is (getting better|growing on me|the way to go|a must)
{X} (deserved|earned) (the win|it|every award)
{X} (works|worked) on the first try
{X} (is|was) (easy|a pleasure) to (use|deal with|work with)
{X} tastes (great|really good|like home)
{X} makes (life|everything|work) easier
everyone (loves|should try|is happy with) {X}
best (day|meal|call|concert|service|match) ever thanks to {X}
(so|really|very) (proud|glad|thankful) (of|for) {X}
{X} (stood by|stood with|backed) (me|us|the people)
{X} (told the truth|was honest with us|did the right thing)
{X} looks (stunning|sharp|better than ever)
{X} is (fast|cheap|quick) and {PA}
{X} (is|was) (a breeze|smooth sailing|top notch|five stars)
`

export const BLAME = `
{X} (froze|crashed|broke|failed|died) (again|on me|today|)
{X} lost my (order|bag|parcel|data|money)
{X} (overcharged|ignored|insulted|scammed|ghosted|lied to|blocked) me
{X} (sucks|stinks|blows|lags|disappoints)
i (hate|despise|detest|dislike|distrust|loathe) {X}
i can not stand {X}
(so|really) (sick|tired|done) (of|with) {X}
{X} (is|was|looks|sounds|feels) (so|really|very|pretty|super||) {NA}
{X} is (so|really|very|pretty|super||) {NA}
{X} stole my (money|idea|time)
so (angry|mad|upset|annoyed|furious) (at|with) {X}
{X} ruined (everything|my day|my trip|it)
{X} (customer service|staff|support) is {NA}
(stay|keep) away from {X}
{X} wasted my (whole day|time|money)
i regret (buying|getting|trying|choosing) {X}
{X} deleted my (account|photos|files)
had a {NA} time (with|at) {X}
{X} keeps getting worse
{X} ignores my (emails|calls|messages)
(done|finished) with {X}
{X} (should|must) be ashamed
{X} let me down
{X} left me (stranded|hanging|waiting for hours|with nothing)
what a {NA} (day|show|game|night|job) from {X}
{X} gave me (a headache|food poisoning|nothing but trouble)
{X} is the worst
{X} made me (cry|sick|wait three hours)
{X} (does not|did not|still does not) work
{X} never (works|answers|listens|helps)
shame on {X}
(screw|damn|forget) {X}
{X} can go to hell
{X} is (dead to me|falling apart|out of control)
{X} (cancelled|delayed) my (flight|order|show) (again|)
{X} refuses to (help|pay|answer|listen)
{X} cares about nothing but money
{X} treats people (badly|like dirt|like trash)
{X} is down again
{X} played (badly|poorly|like amateurs)
worst (day|call|meal|game) ever thanks to {X}
{X} should be (fired|banned|sued|closed)
{X} froze again
{X} lost my order
{X} overcharged me
{X} sucks
i hate {X}
i can not stand {X}
so sick of {X}
{X} is {NA}
{X} was {NA}
{X} stole my money
so angry at {X}
{X} ruined everything
{X} customer service is {NA}
stay away from {X}
{X} is a joke
{X} wasted my whole day
i regret buying {X}
{X} deleted my account
had a {NA} time with {X}
{X} keeps getting worse
{X} looks {NA}
{X} ignores my emails
done with {X}
{X} should be ashamed
{X} (charges|charged) me (twice|too much|for nothing)
{X} (came|arrived|showed up) (late|broken|two hours late|drunk)
the (food|coffee|service|music|view|team|crew) at {X} (is|was) {NA}
the (new|latest|old) {X} is {NA}
my {X} (died|broke|overheats|will not turn on|keeps freezing)
{X} (sings|plays|acts|dances|writes) (badly|like a robot|off key)
{X} (missed|lost|choked|fell apart) (again|tonight|last night)
{X} (gave|sent) me (the wrong thing|a fake|a bill|an empty box)
{X} (hung up on me|put me on hold for an hour|never called back)
{X} (broke|forgot) (its|their|his|her) (word|promise)
{X} (hurt|robbed|insulted|cheated|misled) (me|us|so many people)
{X} was not worth (it|the wait|a minute|the money)
{X} (has|had) (the worst|{NA}) (staff|songs|prices|shows|players)
{X} (is|was) a (villain|fraud|loser|thief|bore|flop|liar|waste of money)
{X} (got it wrong|has no clue|does not get it)
{X} (put me to sleep|made us wait|wore me out|freaked me out)
{X} (does not care|does not listen|lies every time)
(who on earth|why would anyone) (likes|uses|like|use) {X}
(ugh|oh no|get lost|go home|enough of) {X}
i (cried|screamed|could not stop yawning) (at|because of) {X}
i (feel|felt) (cheated|unsafe|robbed) (at|by|with) {X}
i (would|will) never (go|come) back to {X}
{X} is (getting worse|going downhill|a no go|a mess right now)
{X} (did not deserve|stole) (the win|it|that award)
{X} (failed|broke) on the first try
{X} (is|was) (hard|a pain) to (use|deal with|work with)
{X} tastes (bad|like soap|like cardboard)
{X} makes (life|everything|work) harder
everyone (hates|should avoid|is sick of) {X}
worst (day|meal|call|concert|service|match) ever because of {X}
(so|really|very) (ashamed|scared|tired) of {X}
{X} (turned on|walked over|sold) (me|us|the people)
{X} (lied to us|hid the truth|did the wrong thing)
{X} looks (cheap|tired|worse than ever)
{X} is (slow|expensive|late) and {NA}
{X} (is|was) (a struggle|a train wreck|a total fail|one star)
`

export const FACT = `
saw {X} on the news
{X} opens at (9|10|noon)
is {X} (available|open|on) (in canada|today|tonight) ?
using {X} today
{X} announced a meeting for (friday|monday|next week)
my (brother|sister|dad|neighbour) works at {X}
anyone here on {X} ?
{X} releases its report (tomorrow|on tuesday)
{X} is (on|at|in) (channel 4|the corner|town)
(when|where) does {X} (start|open|play) ?
i am (at|on my way to|near) {X}
{X} has a new (logo|office|ceo|website)
{X} said it will (decide|vote|publish) (next month|on friday)
(watching|reading about|talking about|listening to) {X} (now|tonight|)
{X} (moved|moves) to (a new building|berlin|the second floor)
does {X} (ship to|work in) europe ?
what is the (number|address|price) of {X} ?
{X} (meets|plays) (at 8|tomorrow|on sunday)
{X} hired 20 people (last year|this month)
just (got|opened|installed) {X}
saw {X} on the news
{X} opens at 9
is {X} available in canada ?
using {X} today
{X} announced a meeting for friday
my brother works at {X}
anyone here on {X} ?
{X} releases its report tomorrow
{X} (is|was) on the (radio|front page|list) (today|yesterday|)
{X} (flies|ships|delivers) to (spain|norway|texas)
{X} (starts|ends|returns) (at six|next month|in june)
(picked up|ordered|installed|opened) {X} (this morning|yesterday|)
(heading|driving|walking) to {X} (now|with my sister|)
{X} (has|employs) 300 people
{X} and its (new|old) office
(read|wrote) an article about {X}
{X} (talks|speaks) (tonight|on thursday)
`
