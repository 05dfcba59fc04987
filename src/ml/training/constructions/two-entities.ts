/**
 * Constructions about two entities, one a line: the labels of A and B (`+`, `0`, `-`), then the text. `(a|b)` is a
 * choice, `{A}` and `{B}` are the entities, and the other slots are lists of `words.ts`.
 */
export const TWO_ENTITIES = `
+- i would pick {A} over {B} (any day|every time|again and again)
+- {A} is the one i trust , {B} is the one i (avoid|block|return)
+- (my|our) {A} (still works|never breaks|just works) , (my|our) {B} (died|broke|gave up) (after a week|in a month|already)
+- {A} answers in minutes , {B} (never answers|takes weeks|sends a bot)
+- {A} listens to its (users|fans|customers) , {B} (laughs at them|ignores them|milks them)
+- {A} for the win , {B} for the (bin|trash|landfill)
+- long live {A} , down with {B}
+- team {A} here , {B} fans (keep crying|can cry|are coping)
+- happy with {A} , (fed up|done|through) with {B}
+- proud to (support|own|use) {A} , ashamed i ever (supported|bought|used) {B}
+- {A} gets my money , {B} gets (nothing|my complaint|a chargeback)
+- five stars for {A} , (zero|one|no) (stars|star) for {B}
+- {A} : {PA} . {B} : {NA}
+- {A} {PA} , {B} {NA}
+- {A} yes , {B} no
+- yes to {A} , no to {B}
+- {A} (is a|what a) (dream|blessing|gem|joy) and {B} (is a|what a) (nightmare|disaster|scam|mess)
+- {A} (came|pulled) through , {B} (let|left) me (down|hanging)
+- {A} (delivered|arrived) (early|on time) while {B} (lost|broke|forgot) my (order|parcel|stuff)
+- thank you {A} , (shame on|screw|curse) you {B}
+- thanks {A} , no thanks {B}
+- (kudos|props|hats off) to {A} and a big (thumbs down|middle finger|no) to {B}
+- love {A} , hate {B}
+- i love {A} but (can not stand|despise|hate|loathe) {B}
+- i (like|adore|enjoy|love) {A} , not {B}
+- i (miss|want back|long for) {A} , nobody (misses|wants|needs) {B}
+- my kids love {A} and (hate|fear|refuse) {B}
+- {A} made me (smile|laugh|happy) , {B} made me (cry|angry|sick)
+- {A} (tastes|smells) like heaven , {B} (tastes|smells) like (feet|dirt|garbage)
+- i (sleep|feel|travel) (well|great|better) with {A} , with {B} i (never do|get headaches|feel sick)
+- {A} is worth every (cent|penny|dollar) , {B} is a waste of (money|time|space)
+- {A} is cheap and {PA} , {B} is expensive and {NA}
+- {A} has (soul|class|heart|style) , {B} has (none|nothing|ads)
+- {A} keeps its promises , {B} (breaks|forgets) them
+- {A} (grew|rose|improved) while {B} (shrank|fell|got worse)
+- {A} is (on fire|winning|thriving) , {B} is (on its knees|losing|dying)
+- the future is {A} , {B} is (the past|history|dead)
+- {A} (all the way|forever|for life) , never {B}
+- never {B} again , (only|always) {A}
+- anything but {B} , give me {A}
+- (please|pls) (bring back|give us more) {A} and (cancel|stop|drop) {B}
+- (can we|let us) replace {B} by {A} please
+- wish {B} was more like {A}
+- wish every (company|team|app) was like {A} and not like {B}
+- if only {B} worked (like|as well as) {A}
+- (why|how) can not {B} be as {PA} as {A}
+- why is {B} so {NA} when {A} is so {PA}
+- {B} could learn (a lot|so much|manners) from {A}
+- {B} needs to (copy|study|watch) {A} (asap|now|and learn)
+- {B} is a (cheap|bad|pale|sad) copy of {A}
+- {B} is just {A} (but|only) (worse|uglier|slower|more expensive)
+- {A} is {B} done right
+- {A} is what {B} (wants|tries|pretends|claims) to be
+- {A} is everything {B} is not
+- {A} (got|has) everything right that {B} (got|has) wrong
+- {A} shows {B} how it is done
+- {A} (teaches|gives) {B} a lesson
+- {A} exposes how {NA} {B} (is|really is|has become)
+- after {A} , {B} (looks|feels|seems) {NA}
+- once you (try|had|go) {A} you (never go back to|laugh at|pity) {B}
+- next to {A} {B} is a (joke|toy|clown show)
+- beside {A} , {B} is nothing
+- compared to {A} , {B} is {NA}
+- compared with {B} {A} is {PA}
+- in comparison with {A} {B} (fails|stinks|is {NA})
+- {B} is no {A}
+- {B} is no match for {A}
+- {B} is not even close to {A}
+- {B} is (miles|years|light years) behind {A}
+- {A} is (miles|years|light years|way) ahead of {B}
+- {A} is a (league|class|world) above {B}
+- {B} is (two|several) levels below {A}
+- {A} (first|on top) , {B} last
+- {A} (ranks|ranked|finished) above {B} (and rightly so|again|as it should)
+- {A} deserves the (award|prize|title) , not {B}
+- {A} was robbed , {B} did not deserve (it|that)
+- {A} (should have|would have) won , {B} is (overrated|{NA})
+- {B} is overrated , {A} is underrated
+- {A} is underrated and {B} is (overhyped|overrated)
+- so much (hype|noise) about {B} , but {A} is (the real deal|the best|{PA})
+- {B} who ? {A} is (king|queen|the best)
+- forget {B} , (try|get|use|watch) {A}
+- (skip|avoid) {B} and (go to|get|try) {A}
+- (save your money|do not waste money) on {B} , (buy|get) {A}
+- do not (buy|use|trust) {B} , (buy|use|trust) {A} instead
+- do yourself a favour and (swap out|bin|drop) {B} , get {A}
+- (who needs|who wants) {B} (if|when) there is {A}
+0 i (saw|met) {A} and {B} (today|last night|on tv)
+- {B} (stole|took) (my money|everything) , {A} gave it back
+- {B} said no , {A} said yes and (saved|made) my (day|week|trip)
+- {B} hung up on me , {A} (called back|stayed on the line|solved it)
+- {B} charged me twice , {A} (refunded me|did it for free)
+- {B} crashed (again|twice) so i am (loving|enjoying) {A}
+- {B} (is down|crashed|failed) again , thank god for {A}
+- good thing i have {A} , {B} is (down|broken|useless) again
+- lucky me , i chose {A} and not {B}
+- glad i (went|stayed|stuck) with {A} and (skipped|not with|did not get) {B}
+- so glad i left {B} for {A}
+- should have (bought|chosen|picked|listened to) {A} instead of {B}
+- i (regret|hate) leaving {A} for {B}
+- worst decision ever : from {A} to {B}
+- best decision ever : from {B} to {A}
+- (sold|returned|dumped) {B} , (bought|got|kept) {A} , life is good
+- {B} is gone , {A} is here to stay and i am (happy|thrilled|so glad)
+- traded in {B} , (welcome|hello) {A} , you (beauty|star|legend)
+- moved from {B} to {A} and (never looked back|could not be happier|it was worth it)
+- moved from {A} to {B} and (regret it|want to cry|what a mistake|big mistake)
+- first week with {A} after years of {B} : (wow|bliss|so much better|heaven)
+- back (on|to) {A} , {B} was (a mistake|hell|too {NA})
+- cancelled {B} , signed up for {A} , (so happy|feels good|zero regrets)
+- {A} (saved|rescued) what {B} (ruined|destroyed|messed up)
+- {A} (solved|repaired|sorted) in an hour what {B} (could not|failed to) in a month
+- {A} had to clean up after {B}
+- {A} stood by me when {B} (walked away|did nothing|hid)
+- {A} tells the truth , {B} lies
+- {A} (stood up to|refused to bow to|called out) {B} and i (respect|love) that
+- {A} was right about {B} being {NA}
+- {B} (attacked|insulted|mocked) {A} for no reason
+- {B} (ripped off|copied|stole from) {A} (again|shamelessly)
+- {B} treated {A} (badly|like dirt|so unfairly)
+- {B} is (bullying|robbing|cheating) {A} and it makes me (sick|angry)
+- poor {A} , {B} is so {NA} to them
+- i feel sorry for {A} having to deal with {B}
+- {A} deserves better than {B}
+- {A} is too good for {B}
+- {A} is being (held back|ruined|dragged down) by {B}
+- {B} ruined {A} for (everyone|all of us|me)
+- {A} was {PA} until {B} (bought|ruined|took over) it
+- {A} is the only {PA} thing about {B}
+- the only {PA} thing at {B} is {A}
+- {A} makes {B} (bearable|less painful)
+- {A} carried {B} (again|the whole show|the entire game)
+- {A} was the best part of a {NA} {B}
+- {B} wasted {A}
+- saw {A} on {B} , {A} was {PA} , {B} was {NA}
+- {A} runs (fine|great|perfectly) until you (open|install|connect) {B}
+- i use {A} because {B} (sucks|is {NA}|does not work)
+- i (left|quit|deleted) {B} because it is {NA} , {A} is {PA}
+- {A} has the {PA} (staff|people|food) that {B} lacks
+- (less|fewer) {B} , more {A}
+- more {A} and less {B} please
+- {A} > {B}
+- {A} >> {B}
+- {B} < {A}
+- {A} {CP} than {B}
+- {A} 3 {B} 0
+- {A} 10/10 , {B} 2/10
+- {A} vs {B} ? {A} (obviously|of course|every time|hands down)
+- {A} or {B} ? {A} , {B} is {NA}
+- {B} or {A} ? easy , {A}
++ {A} and {B} are (both|the) (best|{PA}|great together)
++ (both|i love both) {A} and {B} , (so {PA}|{PA} stuff)
++ {A} with {B} is a {PA} (combo|match|team)
++ i love {A} and {B}
++ {A} is as {PA} as {B}
++ {A} is {PA} and so is {B}
++ can not choose between {A} and {B} , both are {PA}
++ thanks to {A} and {B} for (the help|everything|a {PA} day)
++ {A} and {B} did a {PA} job
++ not only {A} but also {B} is {PA}
-- {A} and {B} are both {NA}
-- both {A} and {B} (suck|are {NA}|failed me)
-- neither {A} nor {B} (works|is {PA}|helped me|is any good)
-- {A} is as {NA} as {B}
-- {A} is {NA} and so is {B}
-- i hate {A} and {B}
-- {A} and {B} , what a {NA} (combo|pair|day)
-- not sure who is more {NA} , {A} or {B}
-- {A} or {B} ? (neither|both suck|none of them)
-- not a fan of {A} or {B}
-- {A} is {NA} , {B} is not {CP}
00 {A} and {B} (announced|signed|discussed) a (deal|meeting|contract) (today|on monday|this week)
00 {A} (meets|plays|faces|hosts) {B} (tonight|on sunday|at 8|next week)
00 (does anyone|who) (use|have|know) both {A} and {B} ?
00 what is the difference between {A} and {B} ?
00 should i (get|buy|try|watch) {A} or {B} ?
00 {A} or {B} ?
00 {A} (moves|moved) its (office|server|store) from {B} (today|last year)
00 {A} is (available|sold) at {B} now
00 i went from {A} to {B} by (bus|train|car)
00 my (sister|boss|brother) works at {A} , i work at {B}
00 {A} (opens|opened) (next to|across from|near) {B}
00 watching {A} on {B}
00 listening to {A} at {B}
00 {A} , {B} and others report (earnings|results) (today|tomorrow)
+0 {A} is {PA} , (have not tried|never used|no idea about) {B}
+0 {A} is {PA} , {B} (opens|starts|comes out) (next week|at 9|on friday)
+0 bought a {PA} {A} at {B} (today|yesterday)
+0 (i am|we are) (at|in) {B} and {A} is {PA}
+0 watching {A} on {B} , so {PA}
+0 i love {A} , what about {B} ?
+0 {A} was {PA} at {B} (last night|today)
-0 {A} is {NA} , (have not tried|never used|no idea about) {B}
-0 {A} is {NA} , is {B} (open|available|on) (today|now) ?
-0 {A} is so {NA} , has anyone tried {B} ?
-0 (i am|we are) (at|in) {B} and {A} (crashed|is {NA}|let me down)
-0 {A} lost my bag on the way to {B}
-0 i hate {A} , what about {B} ?
-0 my {A} broke (on the way to|in front of|at) {B}
`
