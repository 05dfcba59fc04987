/**
 * Constructions of a third author, in the notation of `two-entities.ts`. They are grouped by what tweets are about:
 * journeys, shops, banks, software, sport, music, food, politics. A third label is that of `{C}`.
 */
export const FURTHER_TWO_ENTITIES = `
+- {B} has nothing on {A}
+- {B} (can not|could not|will never|could never) (touch|match|rival|equal|top) {A}
+- {A} makes {B} look (amateurish|ancient|silly|like a toy|like a bad joke|second rate)
+- {A} blows {B} out of the water
+- {A} (stands|is) head and shoulders above {B}
+- {B} plays second fiddle to {A}
+- {B} lives in the shadow of {A}
+- {A} (ate|eats) {B} for (breakfast|lunch)
+- {A} takes {B} to school
+- {B} could take a leaf out of the book of {A}
+- {B} is a (discount|knock off|bargain bin|dollar store|budget) {A}
+- {B} dreams of being {A}
+- {A} is night and day (from|compared with) {B}
+- going from {B} to {A} is like night and day
+- {A} raised the bar and {B} limped under it
+- {A} set the standard , {B} keeps missing it
+- {A} is light years away from the (mess|junk|drivel) of {B}
+- {B} tried to (be|copy|imitate) {A} and fell flat on its face
+- {A} is the original , {B} the cheap imitation
+- people who choose {B} over {A} (confuse me|have no taste|have not tried {A})
+- how can anyone (choose|prefer|pick) {B} over {A} ?
+- imagine (paying for|using|choosing) {B} when {A} is right there
+- {A} deserved that far more than {B}
+- {A} is twice the (player|phone|band|team|company) that {B} is
+- {B} is not half the (player|phone|band|team|company) that {A} is
+- {A} in first place and {B} in last place , the world makes sense
+- {A} is the one thing {B} can not (copy|buy|beat)
+- for the price of one {B} i got two {A} and both are {PA}
+- {B} (costs|charges) double for half of what {A} (gives|offers) you
+- (spent|wasted) a fortune on {B} , {A} did it for (free|pennies)
+- same price , but {A} is {PA} and {B} is {NA}
+- half the price of {B} and {A} is still (better|nicer|faster)
+- (flew|travelled|drove) with {B} out and {A} back , guess which one (i would book again ? {A}|fed us ? {A}|was on time ? {A})
+- {B} stranded us in (madrid|boston|dubai) , {A} (flew|drove|brought) us home
+- {B} (bumped|kicked) me off the flight , {A} gave me a seat
+- my bag (vanished|got lost) with {B} , with {A} it (was first off the belt|never does)
+- {A} crew : smiles and coffee . {B} crew : shouting and excuses
+- {A} upgraded us , {B} (downgraded|forgot|bumped) us
+- rooms at {A} are {PA} , rooms at {B} (have mould|smell of smoke|are {NA})
+- check in at {A} took a minute , at {B} (an eternity|the whole evening)
+- slept like a log at {A} , not a wink at {B}
+- {A} knows my order by heart , {B} gets it wrong (daily|each time)
+- the burger at {A} was {PA} , the one at {B} was raw
+- cold fries at {B} , hot and crispy ones at {A}
+- {A} pizza > {B} pizza
+- {B} gave me the runs , {A} never would
+- i dream of the food at {A} , i have nightmares about {B}
+- lunch at {A} was a treat , dinner at {B} a (punishment|crime)
+- {B} coffee is (dishwater|burnt|sludge) , {A} coffee is (heaven|liquid gold)
+- {A} remembers its regulars , {B} treats you like a number
+- {A} took it back without a receipt , {B} (refused|laughed at me)
+- {A} sent a replacement the next day , {B} sent (me a form|silence|nothing)
+- the shoes from {A} lasted years , the ones from {B} fell apart in a week
+- bought the same shirt at {A} and {B} , only the {B} one shrank
+- {A} packs with care , {B} throws it over the fence
+- {A} driver waved and smiled , {B} driver (cut me off|swore at me|dumped it in the rain)
+- {A} ships today , {B} ships whenever it feels like it
+- {B} raised its prices again , {A} cut them
+- {B} adds fees , {A} (drops|waives) them
+- {B} froze my account , {A} (opened|gave) me one in minutes
+- {A} pays interest , {B} pays excuses
+- closed my account at {B} , {A} treats me like a human
+- {A} has humans on the phone , {B} has a robot that hangs up
+- {B} support read me a script , {A} support actually listened
+- ticket with {A} : solved . ticket with {B} : ignored
+- {A} (patched|repaired) the bug overnight , {B} calls it a feature
+- {B} update bricked my (phone|laptop|tv) , {A} update made it faster
+- {A} runs silent , {B} sounds like a jet
+- {A} starts in a second , {B} takes a coffee break
+- {B} drains the battery , {A} barely sips it
+- {A} syncs , {B} sinks
+- (deleted|removed) {B} , installed {A} , problem solved
+- {B} tracks you , {A} (does not|respects you)
+- {B} leaked my password , {A} warned me in time
+- {B} is full of ads and {A} has none , easy choice
+- {B} makes simple things hard , {A} makes hard things simple
+- {A} listens to feedback , {B} deletes it
+- everything {A} ships just works , everything {B} ships needs a reboot
+- {A} thrashed {B} (and i loved it|, what a game|, beautiful)
+- {A} (ran rings around|toyed with|ran over) a (sorry|poor|clueless) {B}
+- {A} never gave {B} a chance
+- {A} (stuns|stunned|embarrassed|embarrasses) {B}
+- {B} choked , {A} pounced
+- {B} defence was a joke , {A} attack a joy to watch
+- {A} wanted it more , {B} did not turn up
+- {A} played their hearts out , {B} (played like zombies|could not be bothered)
+- {A} with a masterclass , {B} with a disasterclass
+- what a goal by {A} , what a howler by {B}
+- {A} saved a point after {B} gifted them a goal
+- {A} on the bench and {B} on the pitch ? has the coach lost his mind
+- sub {B} off , bring {A} on , please
+- sell {B} , keep {A}
+- {A} is the reason we won , {B} is the reason we nearly lost
+- (coach|boss|manager) please : more minutes for {A} , fewer for {B}
+- {A} sang live , {B} mimed
+- {A} gave me chills , {B} gave me a headache
+- the {A} album is on repeat , the {B} album is in the bin
+- {A} can sing , {B} can only shout
+- {A} opened for {B} and was miles better
+- {A} got the biggest cheer , {B} got crickets
+- turn {B} off and put {A} on , my ears are bleeding
+- {B} butchered a song by {A}
+- {B} ruined that {A} classic
+- {A} moved me to tears , {B} moved me to the exit
+- could watch {A} all day , switch channels when {B} comes on
+- {A} was snubbed and {B} gets an award ? what a farce
+- season one of {A} is {PA} , {B} lost me after one episode
+- fell asleep during {B} , stayed up all night for {A}
+- the book by {A} is a page turner , the one by {B} a doorstop
+- {A} has a plan , {B} has slogans
+- {A} speaks for me , {B} speaks for (the rich|himself|the banks)
+- {A} brings people together , {B} divides us
+- {A} answered , {B} rambled
+- {A} looked presidential , {B} looked lost
+- {A} kept calm while {B} threw a tantrum
+- {B} takes credit for the work of {A}
+- {B} blames {A} for its own (mess|failures|mistakes)
+- {B} bullied {A} into it , disgusting
+- {A} voted to help us , {B} voted to help (his friends|the lobby)
+- i would sooner (trust|hire|call|believe) {A} than {B}
+- i would choose {A} over {B} in a heartbeat
+- anyone but {B} . {A} would be (perfect|great|wonderful)
+- (my|our) (daughter|son|dad|mum) (begs|asks) for {A} and (cries at|runs from) {B}
+- {A} people are the sweetest , {B} people the rudest
+- {A} has my loyalty , {B} lost it
+- {B} was my first , {A} is my forever
+- three years with {B} were hell , three days with {A} were bliss
+- {B} drove me to {A} and i am grateful
+- dropped {B} like a hot potato , {A} is so much (nicer|better|calmer)
+- {A} is growing , {B} is closing stores , and they earned it
+- {B} stock crashed , {A} stock soared , well deserved both
+- shares of {A} (jump|surge|soar) as {B} (misses|stumbles|collapses)
+- {A} beats estimates , {B} disappoints again
+- {A} (upgraded|praised) , {B} (downgraded|slammed) by analysts
+- {B} is (drowning|sinking) , {A} is (sailing|flying)
+- {A} gives back to the town , {B} only takes
+- {A} plants trees , {B} cuts them down
+- {A} treats its workers well , which {B} never did
+- glad i do not work for {B} anymore , {A} is {PA} to us
+- {A} hired me after {B} fired me for being sick
+- {A} is a lovely person , {B} on the other hand is vile
+- {A} , you are a star . {B} , you are a clown
+- {A} is proof you can be {PA} , {B} is proof you can fail upwards
+- @someone {A} is {PA} , {B} (not so much|not really|nope)
+- {A} : yay . {B} : nay
+- {A} = love , {B} = pain
+- {A} (win|wins) , {B} (fail|fails)
+- {A} good , {B} bad
+- {B} bad , {A} good
+- {A} great . {B} meh
+- {A} (on point|on fire) , {B} (off|way off) today
+- {A} !!! {B} ...
+- love {A} ( not {B} )
+- {A} ( unlike {B} ) (cares|works|listens|delivers)
+- {B} ( unlike {A} ) (lies|lags|overcharges|never listens)
+- {A} , which (i love|is {PA}) , is (owned|run) by {B} , which (i hate|is {NA})
+- {A} , not {B} , deserves your (money|time|vote|support)
+- it was {A} who helped , {B} just (watched|stood there|shrugged)
+- it is {A} i trust , not {B}
+- it was {B} that (broke|ruined|spoiled) it and {A} that (fixed|rescued|saved) it
+- the reason i am (smiling|happy) is {A} , the reason i was (crying|angry) is {B}
+- what i like about {A} is everything i miss in {B}
+- the more i use {B} the more i (love|miss|value) {A}
+- the longer i am with {A} the less i understand why i put up with {B}
+- thank heavens {A} stepped in when {B} (quit|failed|collapsed)
+- since {A} replaced {B} everything (works|is better|runs smoothly)
+- now that {B} is gone and {A} is here i can breathe
+- if {A} can do it why does {B} (fail|refuse|struggle) ?
+- if you like {A} you will hate {B} , it is so {NA}
+- even {A} on a bad day is better than {B} on a good one
+- even my cat prefers {A} to {B}
+- both are shops , but only {A} is worth a visit , {B} is {NA}
+- of all the (apps|teams|shops|bands) {A} is the best and {B} the worst
+- top of my list : {A} . bottom of my list : {B}
+- pros : {A} . cons : {B}
+- hot : {A} . not : {B}
+- good : {A} . bad : {B} .
+- highs : {A} . lows : {B}
+- best : {A} / worst : {B}
+- winner : {A} , loser : {B}
+- hero of the day {A} , villain of the day {B}
+- {A} : 9 out of 10 . {B} : 1 out of 10
+- {A} five stars , {B} one star and that is generous
+- an a for {A} , an f for {B}
+- green light for {A} , red card for {B}
+- {A} ❤ , {B} 💔
+- {A} 🔥 {B} 🗑
+- {A} 😊 {B} 😡
+- {A} :) {B} :(
+- can {B} please (go away|stop) so that we get more of {A}
+- dear {B} , this is how you do it : {A}
+- hey {B} , look at {A} and be ashamed
+- hey {A} , never become like {B}
+- {A} please buy {B} and fix it
+- why can not all be like {A} ? looking at you , {B}
+- not sure why {B} exists when {A} does it all so well
+- (said|saying) yes to {A} was the best thing , yes to {B} the dumbest
+- {B} , i (gave|gave you) (three|so many) chances . hi {A}
+- i gave {B} a second chance and it blew it , {A} never needed one
+- {A} is my comfort , {B} is my stress
+- weekend with {A} , no {B} , pure bliss
+- (finally|at last) rid of {B} , hello {A} my love
+- do not waste your evening on {B} , {A} is where the fun is
+- warning : {B} is {NA} . tip : {A} is {PA}
+- tip of the day : skip {B} , {A} is {PA}
+- {A} did me a solid when {B} (bailed|ran|cheated)
++ {A} and {B} , thank you (both|so much)
++ {A} and {B} made my (day|week|night)
++ {A} at {B} was {PA} , thanks to both
++ a {PA} evening with {A} and {B}
++ {A} joins {B} , what a {PA} move
++ {A} is back with {B} and it is {PA}
++ {A} plus {B} equals love
++ first {A} then {B} , what a {PA} day
++ {A} is {PA} , {B} is even {CP}
++ {A} is good but {B} is even {CP}
++ {A} may be {PA} , but {B} is no less {PA}
++ big up {A} , big up {B}
++ big win for {A} , and {B} was great too
-- {A} and {B} are a disgrace , both of them
-- first {A} fails me , then {B} , what a day
-- {A} is {NA} , and {B} is no better
-- {A} blames {B} , {B} blames {A} , both are {NA}
-- between {A} and {B} i do not know who is {CN}
-- not {A} , not {B} , they all lie
-- shame on {A} and shame on {B}
-- so done with {A} and {B}
-- from {A} to {B} , out of the frying pan into the fire
-- {A} was {NA} , {B} was even {CN}
-- {A} and {B} teamed up to rip us off
-- sick of {A} and {B} and their lies
00 {A} and {B} are in talks
00 {A} to (open|build) a (store|plant|branch) in {B}
00 from {A} to {B} it is (2 hours|90 km|a short walk)
00 {A} plays {B} next (week|month)
00 {A} interviewed {B} (today|for the paper|on tuesday)
00 {A} lists {B} among its (partners|clients|sponsors)
00 {A} 's new boss comes from {B}
00 {A} bought (shares|a stake) in {B}
00 {A} spoke about {B} (today|in congress|at noon)
00 {A} ( formerly {B} ) reports on friday
00 is {A} part of {B} ?
00 how far is {A} from {B} ?
00 {A} or {B} , what do you have ?
00 reading about {A} and {B}
00 on my way from {A} to {B}
00 {A} tweeted a link to {B}
00 {A} vs {B} tonight at 8
00 {A} – {B} : line ups are out
00 the {A} stand is (next to|behind) {B}
+0 {A} at {B} (tonight|tomorrow) , can not wait
+0 so excited to see {A} at {B}
+0 {A} live at {B} was {PA}
+0 {A} on {B} (tonight|now) , love it
+0 happy birthday {A} , greetings from {B}
+0 congrats to {A} on the (deal|match|meeting) with {B}
+0 finally found {A} at {B} , so happy
+0 thanks {A} for the ride to {B}
+0 {A} made my trip to {B} so easy
+0 {A} was {PA} against {B}
+0 {A} scored a {PA} goal against {B}
+0 {A} is {PA} , saw them in {B}
+0 {A} saved me on the way to {B}
+0 lovely chat with {A} about {B}
+0 {A} explains {B} so well
+0 met {A} in {B} , what a {PA} person
+0 proud of {A} representing us at {B}
+0 {A} is (better|nicer) than i thought , {B} starts at six
+0 my {A} arrived , it came via {B} , and it is {PA}
+0 downloaded {A} from {B} , it is {PA}
+0 (saw|read) on {B} that {A} is back , so happy
+0 {A} wins in {B} , yes !!
-0 {A} at {B} was {NA}
-0 {A} on {B} (tonight|now) , switch it off
-0 {A} kept me waiting at {B}
-0 {A} made me miss {B}
-0 {A} crashed while i was reading about {B}
-0 {A} was {NA} against {B}
-0 bought {A} at {B} , it is {NA}
-0 downloaded {A} from {B} , it is {NA}
-0 (saw|read) on {B} that {A} lied again
-0 {A} lies about {B}
-0 {A} knows nothing about {B}
-0 {A} is (ruining|embarrassing itself over) {B}
-0 {A} is {NA} , i am going to {B} now
-0 stuck at {B} because {A} (is late|cancelled|broke down)
-0 {A} loses in {B} , so sad
-0 the {A} at {B} is {NA}
-0 hey {B} , did you see how {NA} {A} was ?
-0 rip {A} , heard it on {B}
-0 {A} fans are so rude , says {B}
-0 no sign of my {A} order , {B} has it on the list
0+ {A} says {B} is on , can not wait
0+ according to {A} {B} was {PA} , and i agree
0+ heard {B} on {A} , {PA}
0+ {A} posted pictures of {B} , so {PA}
0+ left {A} at noon , arrived at {B} , it is {PA} here
0- {A} reports that {B} cheated us again
0- {A} has the story : {B} is {NA} and i am furious
0- walked past {A} , went into {B} , {NA}
0- {A} asked me about {B} , i said it is {NA}
0- {A} shows {B} being {NA} again
+-0 {A} is {PA} , {B} is {NA} , {C} i have not tried
+-0 {A} was {PA} at {C} , {B} was {NA}
+-0 {A} beat {B} at {C} , love it
+-0 saw {A} and {B} at {C} , {A} was {PA} , {B} was {NA}
+-0 at {C} i found {A} {PA} and {B} {NA}
+-0 left {B} for {A} , bought it at {C} , so happy
+-0 watching {A} crush {B} on {C} , {PA}
+-0 {C} asked : {A} or {B} ? {A} of course , {B} is {NA}
+-0 {C} compared them : {A} is {PA} and {B} is {NA}
+-0 {B} lost my bag in {C} , {A} found it
++- {A} and {B} are {PA} , {C} is {NA}
++- love {A} and {B} , hate {C}
++- {A} ✔ {B} ✔ {C} ✘
++- everyone (was|is) {PA} ( {A} , {B} ) except {C}
++- {A} , {B} : yes . {C} : no
++- gave up {C} for {A} and {B} , both {PA}
--+ {A} and {B} are {NA} , {C} is {PA}
--+ hate {A} and {B} , love {C}
--+ {A} failed , {B} failed , {C} saved us
--+ neither {A} nor {B} helped , {C} did at once
--+ forget {A} and {B} , {C} is {PA}
--+ tired of {A} and {B} , only {C} gets it right
000 {A} , {B} and {C} meet (today|on friday)
000 {A} , {B} or {C} ?
000 flying with {A} from {B} to {C}
+00 so happy with {A} , bought it at {B} in {C}
-00 {A} is {NA} , says {B} in {C} , and i agree
`

/** Clauses about one entity; see `words.ts`. */
export const FURTHER_PRAISE = `
{X} (picked up the phone|answered) on the first ring
{X} (paid|refunded|credited) me (within hours|the same day|no questions asked)
{X} went the extra mile (for us|again|today)
{X} could not have been kinder
{X} staff (were|are) (patient|lovely|all smiles)
the people (at|from) {X} were so (sweet|patient|helpful)
{X} took (good|great) care of (us|my mother|the kids)
{X} (came|stepped) in and (saved|rescued) (the day|our trip|me)
i would walk through fire for {X}
i am (hooked on|in love with|obsessed with) {X}
my heart belongs to {X}
{X} has (won|earned) my (trust|vote|heart)
{X} (keeps|kept) me (going|sane|warm|awake)
{X} (lifted|lifts) my (mood|spirits)
{X} is music to my ears
{X} (hits|hit) the spot
{X} (lives|lived) up to the hype
{X} (surpassed|beat) all my expectations
{X} is the bee's knees
{X} is a (keeper|steal|lifesaver|game changer|godsend|bargain|diamond)
{X} is (rock solid|lightning fast|spot on|out of this world|to die for|pure class|simply the best)
{X} (does|did) what it (says|promises)
{X} deserves (every star|a statue|a pay rise|more credit)
(yay|bravo|hail|all hail|much love|big love) (for|to) {X}
(another|one more) win for {X} , love to see it
{X} (smashed|aced|crushed) it (tonight|today|again)
{X} was (unreal|immense|unplayable|class) tonight
{X} is the (reason|cause) i smile
{X} is (going from strength to strength|on the up|flying)
{X} is a (delight|pleasure|dream) to (use|watch|visit|work with)
{X} (cheers|cheered) everyone up
{X} (is|was) the highlight of my (day|week|trip)
{X} changed my life for the better
{X} gave it everything
{X} (sorted|solved|fixed) it in (no time|minutes|one call)
{X} is cheap and it lasts
{X} never (keeps me waiting|lets its fans down|misses)
nothing but praise for {X}
(i am|we are) so (grateful|lucky|thankful) (to|for) {X}
i (smile|grin|dance) every time i (see|hear|use) {X}
i (can|could) (watch|eat|hear|use) {X} (all day|forever)
i bought {X} again , that is how much i like it
two thumbs up for {X}
ten out of ten , {X}
{X} is worth (the drive|the hype|every minute)
you will love {X}
do yourself a favour , get {X}
{X} makes (mondays|commuting|work) (bearable|fun)
{X} (knows|gets) what (fans|customers|people) want
{X} (told|tells) it like it is
{X} (fights|speaks up) for (us|the little guy|what is right)
{X} (handled|handles) it with (grace|class)
{X} was (generous|a gentleman|so gracious)
{X} still (has got it|amazes me|makes me laugh)
even my (dad|boss|cat) likes {X}
fell in love with {X}
best thing i (bought|saw|ate|heard) (all year|this week) : {X}
{X} , you are (a star|a legend|the best|a marvel)
{X} , i love you
{X} , thank you for (being there|your help|the quick reply|last night)
never been happier (with|at) {X}
{X} is doing a (great|fine|superb) job
what would i do without {X}
{X} (smells|feels|looks) (divine|heavenly|so good)
a (huge|big) thank you to {X}
{X} to the rescue
{X} for president
{X} is (healing|good for) the soul
{X} has (restored|renewed) my faith in (people|sport|politics)
{X} is finally getting the (love|praise|respect) it deserves
{X} (sold out|packed the place) and rightly so
{X} (brought|brings) joy to (so many|everyone|the whole town)
no one does it (like|better than) {X}
life is better with {X}
it is a good day when {X} (calls|plays|opens|wins)
i am so proud to (know|support|work for) {X}
{X} ftw
{X} rocks my world
`

export const FURTHER_BLAME = `
{X} (put|kept) me on hold for (an hour|ages|45 minutes)
{X} (charged|billed) me for (nothing|something i never bought|a call i never made)
{X} went out of its way to (annoy us|make it hard|ignore me)
{X} could not have been ruder
{X} staff (were|are) (rude|so careless|clueless|all attitude)
the people (at|from) {X} were so (rude|cold|lazy|unhelpful)
{X} took (no|zero) care of (us|my mother|the kids)
{X} (walked away|backed out) and (left us|ruined the day|sank our trip)
i would not trust {X} with (a spoon|my dog|a dime)
i am (sick of|fed up with|through with) {X}
my patience with {X} is gone
{X} has (lost|abused) my (trust|vote)
{X} (keeps|kept) me (waiting|awake with worry|angry)
{X} (ruined|ruins) my (mood|appetite|sleep)
{X} makes my ears bleed
{X} (misses|missed) the mark
{X} (falls|fell) short of the hype
{X} (is|was) below all my expectations
{X} is a (rip off|lemon|time waster|hot mess|money pit|dud|shambles)
{X} is (painfully slow|falling to bits|way off|beyond bad|a train wreck|simply the worst)
{X} (does|did) nothing it (says|promised)
{X} deserves (no stars|a lawsuit|to go bankrupt|zero credit)
(down with|shame on|a curse on|no more) {X}
(another|one more) fail from {X} , so tired of it
{X} (bottled|blew|botched) it (tonight|today|again)
{X} was (woeful|invisible|clueless|dire) tonight
{X} is the (reason|cause) i (drink|cry|scream)
{X} is (going from bad to worse|on the slide|sinking)
{X} is a (chore|pain|torture) to (use|watch|visit|work with)
{X} (upset|upsets) everyone
{X} (is|was) the low point of my (day|week|trip)
{X} made my life a misery
{X} gave up without a fight
{X} (dragged|drags) it out for (weeks|months|three calls)
{X} is pricey and it breaks
{X} always (keeps me waiting|lets its fans down|misses)
nothing but complaints about {X}
(i am|we are) so (disappointed|let down|annoyed) (by|with) {X}
i (cringe|sigh|swear) every time i (see|hear|use) {X}
i (can not|could not) (watch|eat|hear|use) {X} (any longer|without pain)
i sent {X} back , that is how much i hate it
two thumbs down for {X}
zero out of ten , {X}
{X} is not worth (the drive|the hype|one minute)
you will hate {X}
do yourself a favour , avoid {X}
{X} makes (mondays|commuting|work) even worse
{X} (has no idea|does not care) what (fans|customers|people) want
{X} (twists|hides) the (truth|facts)
{X} (fights|votes) against (us|the little guy|what is right)
{X} (handled|handles) it (badly|without any class)
{X} was (petty|a bully|so ungracious)
{X} (lost it|bores me|makes me cringe) (years ago|now|every time)
even my (dad|boss|dog) hates {X}
fell out of love with {X}
worst thing i (bought|saw|ate|heard) (all year|this week) : {X}
{X} , you are (a disgrace|a joke|the worst|pathetic)
{X} , i hate you
{X} , shame on you for (lying|your greed|the silence|last night)
never been angrier (with|at) {X}
{X} is doing a (poor|sloppy|awful) job
what did i do to deserve {X}
{X} (smells|feels|looks) (rotten|off|so wrong)
a (huge|big) no to {X}
{X} strikes again , ugh
{X} for prison
{X} is (bad for|poison for) the soul
{X} has (destroyed|shaken) my faith in (people|sport|politics)
{X} is finally getting the (hate|backlash) it deserves
{X} (flopped|emptied the room) and rightly so
{X} (brought|brings) (misery|grief) to (so many|everyone|the whole town)
no one does it (worse|worse than) {X}
life is worse with {X}
it is a bad day when {X} (calls|plays|opens|wins)
i am so ashamed to (know|support|work for) {X}
wtf {X}
{X} (lied|cheated|stole) again
{X} (owes|still owes) me (money|an apology|an answer)
still waiting for {X} to (reply|deliver|fix it|pay)
{X} (has been|is) down (all day|since noon|again)
why does {X} (hate|punish) its (customers|fans)
get your act together {X}
`

export const FURTHER_FACT = `
{X} (begins|ends) at (seven|half past nine|ten)
{X} (is|was) founded in (1950|1998|berlin)
{X} (comes|came) from (ohio|sweden|the same street)
{X} is the (third|second|next) (stop|speaker|item|guest)
{X} (sells|makes|prints) (shoes|cars|papers)
{X} (lives|works|stays) in (leeds|dallas|the old town)
{X} (published|posted|released) (a statement|the numbers|the schedule)
{X} is (one of|among) the (names|options|places) on the list
{X} will be (at|on) (the fair|channel 5|the panel)
{X} (signed|renewed) a (contract|lease) (today|last week)
(today|tonight) : {X} at (eight|nine)
(photo|video|link|source) : {X}
(now playing|up next|on air) : {X}
(passing|crossing|leaving) {X} (now|at noon|)
i (work|study|live) (at|near) {X}
we (talked|spoke) about {X}
they (mentioned|named|listed) {X}
someone (mentioned|asked about) {X}
what (does|did) {X} (mean|do|say) ?
who (owns|runs|plays for) {X} ?
how (old|big|far) is {X} ?
how do you spell {X} ?
which (bus|train|road) goes to {X} ?
{X} has (two|40|three) (floors|members|branches)
{X} (turns|turned) (30|50) (this year|in may)
{X} (appears|appeared) in (court|the film|the ad) (today|)
{X} (moved|changed) its (date|address|name)
the {X} (page|office|line|channel) is (here|on the left)
i got (an email|a letter|a call) from {X}
{X} is (closed|open) on (sundays|holidays)
{X} (weather|traffic|results) for (monday|today)
{X} (meets|met) the (press|mayor|team)
`

/** Negated and changed opinions about one entity, in the notation of `negation.ts`. */
export const FURTHER_NEGATION = `
+ {X} does not (cost|charge) (much|the earth)
+ {X} does not make me wait
+ {X} does not (cheat|overcharge|bore|annoy) (me|anyone)
+ (have not|have never) had a (bad|dull|{NA}) (meal|trip|day|call) (with|at) {X}
+ i (was not|am not) (sorry|unhappy|disappointed) (about|with) {X} (at all|)
+ there is no (better|finer) (choice|place|phone) than {X}
+ no one (can top|comes near|is as {PA} as) {X}
+ {X} is not {NA} , whatever they (say|write)
+ {X} is not the {NA} (thing|place|person) i feared
+ {X} was not nearly as {NA} as (expected|i feared|they said)
+ i do not see anything wrong with {X}
+ {X} (does not|did not) (hurt|suck|fail) (one bit|at all)
+ why did i not (try|buy|find) {X} (sooner|earlier|years ago)
+ i should have (tried|bought|gone to) {X} (sooner|years ago)
+ i did not expect {X} to be this {PA}
+ i never knew {X} (was|could be) so {PA}
+ {X} (is not|was not) a waste of (time|money)
+ i am not (leaving|giving up|selling) {X} , ever
+ you do not want to miss {X}
+ do not miss {X}
+ {X} , do not ever (change|leave|stop)
+ {X} could not have (gone|been) {CP}
+ it is not a party without {X}
+ nothing (tastes|feels|sounds) (as {PA} as|like) {X}
+ i (hated|disliked|doubted) {X} at first , now i (love it|am a fan|use it daily)
+ used to (hate|dislike|avoid) {X} , now (i love it|it is my favourite|i can not stop)
+ {X} was {NA} last year , this year it is {PA}
+ {X} was {NA} before the update , now it is {PA}
+ {X} has stopped being {NA}
+ {X} got over its problems , now {PA}
+ i take back what i said , {X} is {PA}
+ i did not (like|trust) {X} until (today|now|this week)
+ say what you want , {X} is {PA}
+ {X} is {PA} , no matter what they say
+ {X} is anything but a waste
+ hardly any (problems|bugs|queues|faults) (with|at) {X}
+ (few|fewer) (problems|bugs|queues) than ever with {X}
+ {X} without (problems|bugs|ads|stress)
+ {X} finally (stopped lagging|works|fixed it)
+ {X} is not only {PA} but also {PA}
+ {X} : not {NA} , not {NA} , just {PA}
+ nobody said {X} was {NA} , and it is not
+ if you think {X} is {NA} you are wrong
+ i disagree that {X} is {NA}
+ it is not true that {X} is {NA}
+ i do not think {X} is {NA}
+ i do not find {X} {NA}
+ never thought i would say this , but {X} is {PA}
- {X} does not (answer|reply|refund|care)
- {X} does not (deserve|get) my money
- (have not|have never) had a (good|nice|{PA}) (meal|trip|day|call) (with|at) {X}
- i (was not|am not) (happy|pleased|impressed|convinced) (with|by) {X} (at all|)
- there is no {CN} (choice|place|phone) than {X}
- {X} is not {PA} , whatever the ads (say|claim)
- {X} is not the {PA} (thing|place|person) i hoped for
- {X} was not nearly as {PA} as (expected|i hoped|they said)
- not a (good|single good) word about {X}
- i do not see anything {PA} in {X}
- i do not (get|understand) the (hype|fuss|love) (about|for) {X}
- why did i (ever|even) (try|buy|trust) {X}
- i should (not|never) have (tried|bought|gone to|trusted) {X}
- i did not expect {X} to be this {NA}
- i never knew {X} (was|could be) so {NA}
- {X} (is|was) a waste of (time|money)
- i am not (buying|coming back to|using) {X} , ever again
- you are not missing anything with {X}
- {X} could not have (gone|been) {CN}
- nothing (tastes|feels|sounds) as {NA} as {X}
- i (loved|liked|trusted) {X} at first , now i (hate it|am done|avoid it)
- used to (love|like|recommend) {X} , now (i hate it|it is {NA}|i avoid it)
- {X} was {PA} last year , this year it is {NA}
- {X} was {PA} before the update , now it is {NA}
- {X} has stopped being {PA}
- what happened to {X} ? it was {PA} once
- i take back what i said , {X} is {NA}
- i (liked|trusted) {X} until (today|now|this week)
- say what you want , {X} is {NA}
- {X} is {NA} , no matter what they say
- hardly any (help|answers|progress|fun) (from|with) {X}
- (little|zero) (help|respect|talent|fun) (from|at) {X}
- {X} without (help|answers|taste|any idea)
- {X} still (has not|did not) (fixed it|replied|arrived|work)
- {X} : not {PA} , not {PA} , just {NA}
- if you think {X} is {PA} you are wrong
- i disagree that {X} is {PA}
- it is not true that {X} is {PA}
- i do not think {X} is {PA}
- i do not find {X} {PA}
- i (wanted|tried|hoped) to like {X} but i can not
- i want to like {X} , i really do
- it would be nice if {X} (worked|answered|cared|was {PA})
- would it kill {X} to be {PA} ?
- can {X} for once be {PA} ?
- is it too much to ask that {X} (works|answers|is {PA}) ?
- (how|why) is {X} still not {PA} ?
- since when is {X} so {NA}
- {X} , you had one job
- {X} , do better
- {X} forgot how to be {PA}
- i would rather (walk|starve|eat my shoe) than (use|visit|call|watch) {X}
- never thought i would say this , but {X} is {NA}
- {X} is about as {PA} as a (root canal|brick|tax form)
- {X} has all the (charm|speed|warmth) of a (brick|tax office)
- great , {X} (crashed|is down|is late) again
- thanks for nothing {X}
- thanks {X} for (ruining|wasting) my (day|time)
- oh great , another {NA} day with {X}
- love how {X} (ignores me|is never on time|charges me twice)
- well done {X} , you (broke|ruined) it again
0 i do not have (a|an) {X} (account|card|ticket)
0 i am not (at|on|in) {X} (today|right now)
0 {X} is not (the same as|related to|part of) that (firm|film|band)
0 {X} does not (sell|make|offer) (tea|hats|that)
0 it is not {X} , it is the other one
0 not {X} , the other one
0 i have no opinion on {X}
0 neither for nor against {X}
0 {X} is not new
0 i will not be at {X} (tomorrow|on friday)
0 {X} will not (play|open|meet) (today|until may)
0 could {X} be (closed|open) on monday ?
0 would {X} (work|fit|ship) here ?
0 i wonder if {X} (is open|has parking|takes cards)
0 is it true that {X} is {PA} ?
0 is it true that {X} is {NA} ?
0 tell me if {X} is {PA} or not
0 is {X} worth it ?
0 is {X} any good ?
0 how is {X} ?
`

/** Opinions that a text quotes, beside or without one of its own. */
export const QUOTES = `
+ {WHO} (says|told me|thinks|claims) {X} is {NA} . (i love it|i think it is {PA}|wrong , it is {PA}|it is {PA} if you ask me)
+ {WHO} (hates|dislikes|avoids) {X} . (i love it|me , i am a fan|i do not , it is {PA})
+ {WHO} said {X} would be {NA} . it was {PA}
+ {WHO} warned me about {X} . (glad i went anyway|it turned out {PA}|so wrong , i love it)
+ " {X} is {NA} " , (they said|he said|she said|says {WHO}) . (nonsense|wrong|not true) , it is {PA}
+ " {X} is {NA} " ? (no way|rubbish|please) , it is {PA}
+ everyone calls {X} {NA} , but (i love it|to me it is {PA}|it made my year)
+ all these {NA} reviews of {X} , and i (love it|had the best time|am so happy with it)
+ the (critics|reviews|papers) (hated|trashed|slammed) {X} , i (loved|enjoyed|adored) it
+ contrary to what {WHO} says , {X} is {PA}
+ {WHO} can call {X} {NA} all day , i still love it
+ {WHO} complains about {X} , (i can not|i never could|no idea why , it is {PA})
+ i was told {X} is {NA} , it is the opposite
+ {WHO} was right , {X} is {PA}
+ {WHO} said {X} is {PA} , and (it is|yes it is|i agree)
+ {WHO} recommended {X} , and (i love it|it is {PA}|they were right)
+ as {WHO} said , {X} is {PA}
- {WHO} (says|told me|thinks|claims) {X} is {PA} . (i hate it|i think it is {NA}|wrong , it is {NA}|it is {NA} if you ask me)
- {WHO} (loves|adores|recommends) {X} . (i hate it|me , i am not a fan|i do not , it is {NA})
- {WHO} said {X} would be {PA} . it was {NA}
- {WHO} promised me {X} would be {PA} . (it is {NA}|so wrong , i hate it|it broke at once)
- " {X} is {PA} " , (they said|he said|she said|says {WHO}) . (nonsense|wrong|not true) , it is {NA}
- " {X} is {PA} " ? (no way|rubbish|please) , it is {NA}
- everyone calls {X} {PA} , but (i hate it|to me it is {NA}|it ruined my year)
- all these {PA} reviews of {X} , and i (hate it|had the worst time|am so angry about it)
- the (critics|reviews|papers) (loved|praised|hyped) {X} , i (hated|endured|loathed) it
- contrary to what {WHO} says , {X} is {NA}
- {WHO} can call {X} {PA} all day , i still hate it
- {WHO} raves about {X} , (i can not|i never could|no idea why , it is {NA})
- i was told {X} is {PA} , it is the opposite
- {WHO} was right , {X} is {NA}
- {WHO} said {X} is {NA} , and (it is|yes it is|i agree)
- {WHO} warned me about {X} , and (it is {NA}|they were right|i did not listen)
- as {WHO} said , {X} is {NA}
- the ads (call|called) {X} {PA} . (mine is {NA}|it is {NA}|mine broke)
- {X} says it (cares|is {PA}) . it (does not|is {NA})
- {X} calls this {PA} . i call it {NA}
0 {WHO} (says|thinks|claims) {X} is {PA}
0 {WHO} (says|thinks|claims) {X} is {NA}
0 " {X} is {PA} " , says {WHO} in (the paper|an interview|a report)
0 " {X} is {NA} " , says {WHO} in (the paper|an interview|a report)
0 according to {WHO} , {X} is {PA}
0 according to {WHO} , {X} is {NA}
0 {WHO} (loves|likes) {X} , {WHO} (hates|does not like) it
0 some say {X} is {PA} , some say {NA}
0 headline : {X} is {PA}
0 headline : {X} is {NA}
0 a (poll|survey|study) asked if {X} is {PA} or {NA}
0 (opinions on|reviews of) {X} are mixed
0 {WHO} (asked|wants to know) why people (love|hate) {X}
`
