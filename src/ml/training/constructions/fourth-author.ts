/**
 * Constructions of a fourth author, in the notation of `two-entities.ts`. They vary how an opinion reaches its entity:
 * as subject, object or owner, by a pronoun, by a noun, in a question, by what happened.
 */
export const REMAINING_TWO_ENTITIES = `
+- {A} is {PN} , {B} is {NN}
+- {A} {PN} , {B} {NN}
+- what {PN} {A} is , and what {NN} {B} is
+- call {A} {PN} and {B} {NN}
+- {B} : {NN} . {A} : {PN}
+- we got {PN} from {A} and {NN} from {B}
+- {PN} called {A} and {NN} called {B}
+- {A} turned out to be {PN} , {B} turned out to be {NN}
+- {A} {PV} me , {B} {NV} me
+- {B} {NV} us , {A} {PV} us
+- {B} {NV} my (mum|dad|friend|neighbour) , {A} {PV} her
+- after {B} {NV} me , {A} {PV} me
+- {A} {PV} everyone while {B} {NV} everyone
+- i was {NV} by {B} and {PV} by {A}
+- {PV} by {A} , {NV} by {B}
+- {A} {PD} , {B} {ND}
+- {B} {ND} , but {A} {PD}
+- {B} {ND} . {A} {PD}
+- {A} {PD} (whereas|while|as) {B} {ND}
+- when {B} {ND} , {A} {PD}
+- i (thought|was told|expected) {B} {PD} , in fact it {ND} . {A} {PD}
+- i (feared|was told|expected) {A} {ND} , in fact it {PD} . {B} {ND}
+- {LIKE} {A} , {DISLIKE} {B}
+- i {LIKE} {A} (but|and) i {DISLIKE} {B}
+- i {DISLIKE} {B} , i {LIKE} {A}
+- i {FAN} {A} (but|and|,) i {FOE} {B}
+- i {FOE} {B} . {A} on the other hand i {LIKE}
+- i {FAN} {A} as much as i {FOE} {B}
+- (my|our) {FOLK} {LIKE} {A} and {DISLIKE} {B}
+- those {FOLK} of mine {DISLIKE} {B} , they {LIKE} {A}
+- {A} ? i {LIKE} it . {B} ? i {DISLIKE} it
+- {A} ? {PA} . {B} ? {NA} .
+- {B} ? {NN} . {A} ? {PN} .
+- {A} , which i {LIKE} , and {B} , which i {DISLIKE}
+- people {LIKE} {B} , not me . i {LIKE} {A}
+- people {LIKE} {B} , i never will , it is {NA} . {A} though , {PA}
+- {A} has {PA} (fans|staff|owners|people) , {B} has {NA} ones
+- the {A} {THING} is {PA} , the {B} {THING} is {NA}
+- {A} 's {THING} (is|was) {PA} , {B} 's (is|was) {NA}
+- {B} 's {THING} {ND} , {A} 's {PD}
+- {A} has a {PA} {THING} and {B} a {NA} one
+- {A} with its {PA} {THING} , {B} with its {NA} {THING}
+- tried both . {A} first : {PA} . then {B} : {NA}
+- tried both . the {THING} at {B} was {NA} , at {A} it was {PA}
+- day one with {B} : {NA} . day one with {A} : {PA}
+- {A} and {B} could not be more different : one is {PA} , the other {NA}
+- {A} and {B} : the first is {PA} , the second is {NA}
+- {B} and {A} , the former {NA} , the latter {PA}
+- {A} and {B} are {PA} and {NA} , in that order
+- i am {PA} to {A} because it {PD} , and rude to {B} because it {ND}
+- if {A} is {PA} then {B} is its opposite
+- {B} is the opposite of {A} , and {A} is {PA}
+- {A} is {PA} . i wish i could say that (of|about) {B}
+- {A} is {PA} , sadly {B} is not
+- {A} is not {NA} , but {B} is
+- {B} is not {PA} , but {A} is
+- {A} never {ND} , {B} always {ND}
+- {B} never {PD} , {A} always {PD}
+- {A} is {PA} every (day|time|week) , {B} only on (sundays|its birthday|holidays)
+- {B} asks for patience , {A} does not need any
+- {A} does in one (click|call|day) what {B} can not do in ten
+- {A} needs one (click|call|minute) , {B} needs (ten|a lifetime|all day)
+- i would not trade {A} for a (hundred|thousand|lifetime of) {B}
+- you can keep {B} , i am taking {A}
+- keep your {B} , {A} is all i need
+- you had me at {A} and lost me at {B}
+- (went|drove|came) all this way for {A} and it was {PA} , then {B} (spoiled|ruined) the (night|trip)
+- {A} got us (home|there|through) , no thanks to {B}
+- no thanks to {B} , all thanks to {A}
+- a (toast|cheer|hand) for {A} , a (boo|yawn|slap) for {B}
+- flowers for {A} , (rotten eggs|tomatoes) for {B}
+- {A} gets a (hug|kiss|medal|raise) , {B} gets (the boot|a kick|a fine|nothing)
+- give {B} the (boot|sack) and give {A} a (raise|medal|contract)
+- lock {B} up and thank {A}
+- vote {A} , vote out {B}
+- say no to {B} , say yes to {A}
+- hire {A} , fire {B}
+- buy {A} , sell {B}
+- (long|bullish) on {A} , (short|bearish) on {B}
+- invest in {A} , run from {B}
+- {A} to the moon , {B} to the (floor|grave)
+- {A} up , {B} down , just as it should be
+- {B} is a (sinking ship|dead end|black hole) , jump to {A}
+- get out of {B} , {A} has (better pay|kinder bosses|a heart)
+- the grass is greener at {A} , {B} is a desert
+- {A} is medicine , {B} is poison
+- {A} is sunshine , {B} is rain
+- {A} is spring , {B} is (a long winter|february)
+- {A} feels like home , {B} like a (prison|hospital|waiting room)
+- {A} is my (lunch|therapy|holiday) , {B} my (headache|tax return|monday)
+- {B} is monday , {A} is friday
+- {A} : friday evening . {B} : monday morning
+- me with {A} : 😍 me with {B} : 🤮
+- me after {A} : happy . me after {B} : broke and angry
+- {A} 👏👏 {B} 👎
+- {A} 💯 {B} 🤡
+- 👍 {A} 👎 {B}
+- {A} ✅ {B} ❌
+- {A} +1 , {B} -1
+- {A} has a (friend|customer|fan) for life in me , {B} has lost one
+- {B} lost a (customer|fan|voter|reader) today and {A} won one
+- {B} 's loss is {A} 's gain , so glad i moved
+- time to (leave|quit|drop) {B} , {A} is calling
+- it took {B} to make me see how {PA} {A} is
+- {B} made me appreciate {A}
+- never knew how {PA} {A} was until i had to (use|visit|call) {B}
+- only a fool would take {B} when {A} is on the shelf
+- there is {PA} , that is {A} , and there is {NA} , that is {B}
+- one is a {PA} (company|place|team) , {A} . the other is {B}
+- {A} is to {B} what (gold is to mud|silk is to sandpaper|a feast is to crumbs)
+- comparing {B} to {A} is an insult to {A}
+- do not compare {A} with that {NA} {B}
+- {B} wishes it had the {THING} of {A}
+- {B} (claims|says) it is the new {A} . as if
+- {B} tries hard , {A} simply is {PA}
+- {A} effortlessly does what {B} sweats to do badly
+- what {B} broke {A} had to fix
+- {B} lit the fire and {A} put it out
+- {B} left a mess for {A} to clean
+- {B} sent the bill , {A} sent help
+- {B} sent a bot , {A} sent a (human|person|technician)
+- {B} made promises , {A} kept them
+- {B} talks , {A} acts
+- {B} talked , {A} delivered
+- {A} told us the truth about {B} and {B} (sued|threatened|insulted) them
+- good on {A} for (standing up to|suing|leaving|exposing) {B}
+- {A} is right , {B} is wrong
+- {B} owes {A} an apology
+- {B} does not deserve {A}
+- {A} can do so much better than {B}
+- {B} is holding {A} back
+- free {A} from {B}
+- {A} outgrew {B} ages ago and it is {PA} to see
+- {A} (walked out on|left) {B} , smartest move ever
+- without {A} {B} would be (lost|nothing|unwatchable|empty)
+- take away {A} and {B} is (nothing|a ruin|unwatchable)
+- {B} minus {A} equals zero
+- {A} was the only one in {B} who could (act|sing|play)
+- {A} deserved a better (team|script|boss) than {B}
+- pity {A} is stuck with {B}
+- (sad|sorry) for {A} , that is {B} for you , {NA}
+- {A} lost to {B} , my heart is broken , {B} played dirty
+- {A} lost but played {PA} , {B} won and was {NA}
+- {B} won the (cup|vote|award) but {A} won my heart
+- {B} got the (award|job|headline) , {A} did the work
+- {B} (bribed|lobbied) its way past {A}
+- my heart says {A} , my head says never {B}
+- if {B} wins i am moving to (mars|canada) , go {A}
+- fingers crossed for {A} , i hope {B} (loses|fails|flops)
+- hope {A} (wins|recovers|makes it) and {B} (goes under|loses|gets what it deserves)
+- praying for {A} , cursing {B}
+- i root for {A} and against {B}
+- wearing my {A} shirt , burned my {B} one
+- {A} songs at my wedding , {B} songs at my (funeral|dentist)
+- i want {A} for (christmas|my birthday) , {B} i would return
+- got {B} for (christmas|my birthday) , returned it and got {A} , so much {CP}
+- at last a (phone|bank|shop|party) that is not {B} : {A} , {PA}
+- {A} , because {B} (is|was) {NA}
+- {A} because i am worth more than {B}
+- {PA} like {A} , not {NA} like {B}
+- as {PA} as {A} and not as {NA} as {B} , that is what i want
+- be like {A} , do not be like {B}
+- more companies like {A} , fewer like {B}
+- ten (apps|songs|shops) like {A} beat one like {B}
++ {A} {PD} , {B} {PD}
++ {A} {PV} me and {B} {PV} my (mum|dad|friend)
++ {A} is {PN} and {B} is {PN}
++ i {LIKE} {A} and i {LIKE} {B}
++ {A} is {PA} , {B} is the same , {PA}
++ {A} ❤ {B} ❤
++ {PA} as always , {A} and {B}
++ whoever wins , {A} or {B} , i will be happy
++ {A} meets {B} , my two favourites
++ lucky to have both {A} and {B}
++ from {A} to {B} , {PA} all the way
++ if you love {A} you will love {B} too
-- {A} {ND} , {B} {ND}
-- {A} {NV} me and {B} {NV} my (mum|dad|friend)
-- {A} is {NN} and {B} is {NN}
-- i {DISLIKE} {A} and i {DISLIKE} {B}
-- {A} is {NA} , {B} is the same , {NA}
-- whoever wins , {A} or {B} , we all lose
-- two faces of the same {NA} coin : {A} and {B}
-- {A} 👎 {B} 👎
-- i would take neither {A} nor {B}
-- a plague on {A} and {B}
-- you can not trust {A} , and you can not trust {B}
-- if you hated {A} you will hate {B} too
00 {A} and {B} are on the agenda for (monday|friday)
00 i will call {A} , then {B}
00 {A} is (north|south|east) of {B}
00 {A} sponsors {B}
00 {A} and {B} have the same (owner|address|founder)
00 is the one from {A} or from {B} ?
00 he worked for {A} before {B}
00 {A} follows {B} on the schedule
00 {A} quoted {B} in its report
00 what did {A} say to {B} ?
00 {A} and {B} will share a (stage|stadium|platform)
+0 {A} {PD} , it was near {B}
+0 {A} {PV} me at {B}
+0 {A} is {PN} , i saw it on {B}
+0 i {LIKE} {A} , i read about it on {B}
+0 {B} has an article on {A} , which {PD}
+0 while waiting for {B} i met {A} , {PN}
+0 {A} moved to {B} and is still {PN}
+0 so proud of {A} , see the photos on {B}
-0 {A} {ND} , it was near {B}
-0 {A} {NV} me at {B}
-0 {A} is {NN} , i saw it on {B}
-0 i {DISLIKE} {A} , i read about it on {B}
-0 {B} has an article on {A} , which {ND}
-0 while waiting for {B} i met {A} , {NN}
-0 {A} moved to {B} and is still {NN}
-0 i asked {B} where {A} is , {A} never came
0+ i came by {A} and found {B} , {PN}
0+ {A} played , then came {B} and {PD}
0+ ask {A} about {B} , it {PD}
0- i came by {A} and found {B} , {NN}
0- {A} played , then came {B} and {ND}
0- ask {A} about {B} , it {ND}
+-0 at {C} {A} {PD} and {B} {ND}
+-0 {C} reports : {A} is {PA} , {B} is {NA}
+-0 {A} {PV} me , {B} {NV} me , {C} i do not know
++- {A} {PD} , {B} {PD} , {C} {ND}
--+ {A} {ND} , {B} {ND} , only {C} {PD}
+-- {A} is {PA} , {B} and {C} are {NA}
-++ {A} is {NA} , {B} and {C} are {PA}
`

/** Negation and its like about one entity; see `negation.ts`. */
export const REMAINING_NEGATION = `
+ {X} never {ND}
+ {X} has not {NV} (me|us|anyone)
+ {X} is not {NN}
+ {X} is no longer {NN}
+ i do not {DISLIKE} {X} at all
+ you can not {DISLIKE} {X}
+ not once (was|has been) {X} {NA}
+ at no point (was|did i find) {X} {NA}
+ i have yet to see {X} {NA}
+ there was no (moment|day|minute) when {X} was {NA}
+ it would be (wrong|unfair|a lie) to call {X} {NA}
+ nobody could call {X} {NA}
+ {X} was not the {NA} (thing|place|person) they made it out to be
+ contrary to what i feared {X} was not {NA}
+ (no|not a single) (bug|delay|fault|scratch) (with|at) {X} (so far|)
+ {X} did not cost me a (minute|penny) more than (promised|agreed)
+ {X} did not (rush|cheat|forget|bore|annoy) (me|us)
+ i did not have to wait (long|a minute) at {X}
+ not a dull (moment|minute|line) with {X}
+ you will not hear me complain about {X}
+ can not praise {X} enough
+ can not thank {X} enough
+ words can not say how {PA} {X} is
+ never seen anything as {PA} as {X}
+ i have never been so well (treated|fed|looked after) as (at|by) {X}
+ few things are as {PA} as {X}
+ if {X} is {NA} then i do not know what {PA} is
+ {X} got rid of everything that was {NA}
+ {X} has come a long way from being {NA}
+ i expected {X} to be {NA} , i was wrong
+ i expected {X} to be {NA} , what a surprise
+ i came to {X} with low hopes and left {PA}
+ went in hating {X} , came out a fan
+ took me a while to like {X} , now i can not stop
- {X} never {PD}
- {X} has not {PV} (me|us|anyone)
- {X} is not {PN}
- {X} is no longer {PN}
- i do not {LIKE} {X} at all
- you can not {LIKE} {X}
- not once (was|has been) {X} {PA}
- at no point (was|did i find) {X} {PA}
- i have yet to see {X} {PA}
- still waiting for {X} to be {PA}
- there was no (moment|day|minute) when {X} was {PA}
- it would be (wrong|a lie|too much) to call {X} {PA}
- nobody could call {X} {PA}
- {X} was not the {PA} (thing|place|person) they made it out to be
- contrary to what i hoped {X} was not {PA}
- (no|not a single) (smile|answer|apology|working light) (from|at) {X}
- {X} did not even (apologise|answer|try|say sorry)
- i would not (give|send|recommend) {X} to (my enemy|anyone)
- you will not see me at {X} again
- can not be bothered with {X} any more
- can not think of one {PA} thing about {X}
- never seen anything as {NA} as {X}
- i have never been so badly (treated|fed|looked after) as (at|by) {X}
- few things are as {NA} as {X}
- if {X} is {PA} then i am (the pope|a giraffe)
- {X} is {PA} ? since when
- {X} {PA} ? do not make me laugh
- {X} got rid of everything that was {PA}
- {X} has come a long way from being {PA}
- i expected {X} to be {PA} , i was wrong
- i came to {X} with high hopes and left {NA}
- went in loving {X} , came out angry
- it took me a while to see it , but {X} is {NA}
- {X} could do with being {CP}
- {X} promised not to be {NA} , and is
- {X} would have to be {CP} to be {PA}
- it is about time {X} (was|were|became) {PA}
- {X} , would being {PA} hurt so much ?
- i had hoped for {PA} , i got {X}
0 i have not made up my mind about {X}
0 not sure (what to think|yet what i think) of {X}
0 no news (from|about) {X} (today|yet)
0 {X} has not (said|announced|decided) (when|where) it will open
0 i do not remember if {X} was {PA} or {NA}
0 tell me , is {X} {PA} , or {NA} , or what ?
0 whether {X} is {PA} is not for me to say
0 nobody told me when {X} (starts|opens|plays)
0 {X} is not (open|on sale|on air) before (may|monday|ten)
`

/** Opinions of others; see `third-author.ts`. */
export const REMAINING_QUOTES = `
+ {WHO} thought {X} was {NA} until {WHO} saw it {PD}
+ {WHO} said " {NN} " . i say {X} is {PN}
+ they laughed at me for (choosing|buying|liking) {X} . who is laughing now
+ even {WHO} , who hates everything , called {X} {PA} , and rightly so
+ i do not care that {WHO} calls {X} {NA} , it is {PA}
+ " {X} is {NA} " they said . they had not met it , it is {PA}
+ people say {X} {ND} . with me it {PD}
+ {WHO} gave {X} one star , i give it five
+ how dare {WHO} call {X} {NA} , it is {PN}
+ stop telling me {X} is {NA} , i like it
- {WHO} thought {X} was {PA} until {WHO} saw it {ND}
- {WHO} said " {PN} " . i say {X} is {NN}
- {WHO} told me to (try|buy|trust) {X} . i should not have listened
- they talked me into {X} . {NA} . never again
- even {WHO} , who likes everything , called {X} {NA} , and rightly so
- i do not care that {WHO} calls {X} {PA} , it is {NA}
- " {X} is {PA} " they said . they had not met it , it is {NA}
- people say {X} {PD} . with me it {ND}
- {WHO} gave {X} five stars , i give it one
- how can {WHO} call {X} {PA} , it is {NN}
- stop telling me {X} is {PA} , i hate it
- " we care about you " says {X} . (sure|of course you do|tell that to my refund)
- {X} says it " {PD} " . it {ND}
0 {WHO} wrote that {X} {PD}
0 {WHO} wrote that {X} {ND}
0 {WHO} is quoted as calling {X} {PA}
0 {WHO} is quoted as calling {X} {NA}
0 {WHO} called {X} {PN} , reports (the paper|the agency)
0 {WHO} called {X} {NN} , reports (the paper|the agency)
0 {WHO} and {WHO} disagree on whether {X} is {PA}
0 (asked|when asked) about {X} {WHO} said it was {PA} and hung up
0 reviews say {X} is {PA} , reviews say {X} is {NA} , who knows
0 {WHO} likes {X} . i have never tried it
0 {WHO} hates {X} . i have never tried it
`

/** What the slots of this file may be. */
export const REMAINING_SLOTS: Readonly<Record<string, string>> = {
  PN: `
a blessing|a hero|a gift|a winner|a bargain|a treasure|a star|a miracle|an angel|a saint|a genius|a legend|a gentleman|a success
a relief|an inspiration|a triumph|pure joy|pure magic|a work of art|a success story|a wonder|a champion|a true friend|a treat
a sweetheart|a beauty|a role model|a safe choice|good news|great value|a class act|a marvel|heaven|a ray of light|my rock
an honest company|a lifeline|a revelation|a hit|money well spent|an absolute delight|the gold standard|a keeper|a dream`,
  NN: `
a curse|a villain|a plague|a loser|a rip off|a thief|a liar|a bully|a crook|a failure|a fraud|a coward|a snake|a parasite|a flop
a burden|an insult|a catastrophe|pure pain|pure greed|an eyesore|a horror story|a cancer|a traitor|a false friend|a punishment
a monster|a disgrace|a bad example|a risk|bad news|poor value|a clown|a scandal|hell|a dark cloud|my nightmare|a con artist
a greedy company|a dead loss|a letdown|a miss|money down the drain|an absolute shambles|the bottom of the barrel|a trap`,
  PV: `
helped|saved|thanked|impressed|delighted|inspired|supported|protected|welcomed|rescued|cheered|healed|surprised|refunded|charmed
encouraged|defended|comforted|respected|rewarded|honoured|amused|convinced|forgave|guided|trusted|amazed|thrilled|served
entertained|taught|spoiled|upgraded|believed|heard|fed|paid|hugged|relaxed|reassured`,
  NV: `
cheated|robbed|ignored|insulted|disappointed|betrayed|scared|bored|attacked|fooled|mocked|tricked|hurt|harassed|scammed|stalked
threatened|abandoned|humiliated|deceived|misled|offended|punished|blamed|bullied|exploited|annoyed|infuriated|overcharged
spammed|silenced|abused|neglected|poisoned|sacked|drained|stressed|swindled|exhausted|worried`,
  PD: `
works|delivers|cares|shines|keeps its word|answers at once|gets it right|wins hearts|does the job|lasts for years|pays well
sounds great|looks gorgeous|tastes wonderful|feels right|makes sense|saves time|saves money|brings joy|tells the truth
creates jobs|treats people well|fixes things|gets the details right|plays fair|is worth it|rules|rocks|makes people happy
goes the extra mile|is on time|keeps improving|makes me proud|has my back|earned it|listens to us|heals|puts people first`,
  ND: `
breaks|fails|lies|cheats|falls apart|never answers|gets it wrong|loses its fans|makes it worse|dies after a week|pays peanuts
sounds awful|looks cheap|tastes of nothing|feels wrong|makes no sense|wastes time|wastes money|brings misery|hides the truth
destroys jobs|treats people like dirt|breaks things|gets everything wrong|plays dirty|is a waste|stinks|sucks|makes people sick
cuts corners|is always late|keeps getting worse|makes me ashamed|stabs you in the back|stole it|ignores us|kills|puts profit first`,
  LIKE: 'love|adore|like|enjoy|admire|respect|trust|recommend|cherish|miss|cheer for|root for|stand with|believe in|look up to|applaud|vote for|swear by|crave|value',
  DISLIKE:
    'hate|despise|dislike|loathe|detest|distrust|fear|resent|pity|boo|curse|avoid|boycott|regret|blame|laugh at|swear at|reject|mock|block',
  FAN: 'am fond of|am grateful to|am a fan of|am into|am happy with|could hug|would marry|have fallen for|can not get enough of|am proud of',
  FOE: 'am sick of|am tired of|am done with|am ashamed of|am angry with|am afraid of|am allergic to|could slap|can not stand|gave up on',
  FOLK: 'kids|parents|friends|colleagues|neighbours|sisters|brothers|students|grandparents|team mates',
}
