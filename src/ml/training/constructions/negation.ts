/**
 * Negation, litotes, wishes and neutral questions about one entity: a label, then the text in the notation of
 * `two-entities.ts`.
 */
export const NEGATION = `
+ {X} (is|was) (not|never) {NA}
+ {X} is not (so|that|too|all that) {NA}
+ {X} is (really|actually|honestly) not {NA}
+ {X} is not half {NA}
+ {X} is not {NA} at all
+ {X} (is not|was not) a (bad|stupid|{NA}) (choice|idea|place|day|one)
+ not (a bad|the worst) (day|meal|game|show|phone) (from|by|with) {X}
+ not bad {X} (, not bad at all|)
+ not bad at all , {X}
+ not too {NA} , {X}
+ not {NA} at all , {X}
+ {X} , not {NA} (after all|today|for once)
+ (no|never any|never had any) (complaints|problems|trouble|issues|regrets) (about|with) {X}
+ (nothing|not a thing) (to complain about|wrong|{NA}) (with|about|at) {X}
+ {X} (never|has never|did not) (failed|let|left) (me|me down|us)
+ {X} does not (suck|lag|lie|crash|disappoint me)
+ {X} (never|does not ever) (crashes|lags|lies|breaks)
+ {X} did not (ruin|waste|spoil) (my day|my time|it)
+ (can not|could not) (complain about|fault|hate|stop using|get enough of|live without) {X}
+ (can not|could not) be (happier|more pleased) with {X}
+ {X} could not (be|have been) {CP}
+ (nobody|nothing|no one) (beats|does it like|is {CP} than) {X}
+ it (does not|can not) get {CP} than {X}
+ (never|i have never) (been|felt) (disappointed|let down) by {X}
+ never disappointed (by|with) {X}
+ i (do not|never) (regret|hate|dislike|mind paying for) {X}
+ i (do not|can not) (hate|blame) {X} (at all|)
+ {X} is no longer {NA}
+ {X} (is not|no longer) {NA} (anymore|any more)
+ {X} used to be {NA} , (now it is {PA}|not anymore)
+ {X} is (far from|anything but|hardly|never|by no means) {NA}
+ without {X} i would be lost
+ {X} is not {NA} , (it is|actually) {PA}
+ {X} is (not {NA}|less {NA}) than (people say|i feared|expected)
+ (who says|people say) {X} is {NA} ? it is not
+ stop saying {X} is {NA} , it is not
+ i was wrong , {X} is not {NA}
+ {X} not {NA} for once
+ not one {NA} (moment|day|meal) with {X}
+ i (would|could) not (want|ask for) anything {CP} than {X}
+ do not (sleep|hate) on {X} , it is {PA}
+ you (will not|never) regret {X}
- {X} (is|was) (not|never) {PA}
- {X} is not (so|that|too|all that|very|exactly) {PA}
- {X} is (really|actually|honestly) not {PA}
- {X} is not {PA} at all
- {X} is (far from|anything but|hardly|by no means|barely) {PA}
- {X} (is not|was not) a (good|great|smart|{PA}) (choice|idea|place|day|one)
- not a (good|great|fun) (day|meal|game|show|look) (from|for|with) {X}
- not {PA} , {X}
- not {PA} at all , {X}
- {X} , not {PA} (at all|today|anymore)
- (not|never) (impressed|happy|amused|satisfied|pleased) (by|with) {X}
- {X} (does not|did not|will not|can not) (work|help|care|listen|deliver|impress me)
- {X} never (works|helps|delivers|cares|gets it right)
- i (do not|can not|never) (like|trust|recommend|enjoy|support) {X}
- (do not|never) (buy|trust|use|order from) {X}
- (no one|nobody) (likes|needs|wants|should buy|trusts) {X}
- {X} has (no|never had any) (class|quality|respect|idea what they do)
- {X} is no longer {PA}
- {X} is not {PA} (anymore|any more)
- {X} used to be {PA} , (now it is {NA}|not anymore|what happened ?)
- {X} is not worth (it|the money|the wait|your time)
- {X} (could|should) (be|have been) {CP}
- {X} needs to be {CP}
- (i wish|if only) {X} (was|were|would be) {PA}
- i (wish|hoped) {X} (would|could) (work|help|be {CP})
- {X} would be {PA} if it (worked|was not {NA})
- {X} (could|would) have been {PA}
- i expected (more|better) (from|of) {X}
- i thought {X} was {PA} , it is not
- {X} is (not {PA}|less {PA}) than (people say|i hoped|expected)
- there is (nothing|not a thing) {PA} about {X}
- {X} is {NA} , (not|never) {PA}
- {X} is neither {PA} nor {PA}
- (i will|nobody will) not miss {X}
- {X} lacks (everything|quality|heart)
- can not believe how {NA} {X} is
+ can not believe how {PA} {X} is
- (why|how) (is|does) {X} not (work|working|open|help) (again|) ??
- {X} is not (helping|working|answering|replying)
- can {X} please stop being {NA}
- could {X} be any more {NA} ?
- so much for {X} being {PA}
0 (is|was) {X} {PA} ?
0 (is|was) {X} {NA} ?
0 is {X} {PA} or {NA} ?
0 (does|did|will|can) {X} (work|open|ship|play|come) (on sundays|tonight|in europe|on android|with windows) ?
0 (anyone|has anyone|who) (tried|seen|read|used|been to) {X} (yet|before|) ?
0 (when|where|how) (is|does|can i get|do i reach) {X} (open|start|online|) ?
0 {X} , (do you|can you) (ship to canada|open on sunday|tell me your hours|sell this in blue) ?
0 hi {X} , (what is the price of this|where can i find the manual|is this still available|which number do i call) ?
0 (hey|hello|hi) {X} , (when do you open|what time do you close|do you have this in stock) ?
0 what do you think (of|about) {X} ?
0 should i (buy|try|watch|call) {X} ?
0 i neither (love|like) nor hate {X}
0 {X} is (ok|okay|fine i guess|so so|average) , not {PA} , not {NA}
0 {X} is neither {PA} nor {NA}
0 i do not know (if|whether) {X} is {PA} or {NA}
0 i (do not|never) use {X}
0 i (have not|did not) (tried|try|seen|see|watched|read) {X} (yet|)
0 {X} is not (in|on|at) (town|tv|the list) (today|anymore)
0 {X} does not (open|start|play) (until|before) (9|noon|friday)
0 no {X} (today|tonight|this week)
+ (they|people|my friends|the papers) (say|said|claim) {X} is {NA} (, but|.) (i love it|i think it is {PA}|for me it is {PA})
+ my (boss|sister|neighbour) hates {X} (, but|.) (i love it|i am a fan|it is {PA})
+ ignore the bad reviews , {X} is {PA}
- (they|people|my friends|the papers) (say|said|claim) {X} is {PA} (, but|.) (i hate it|i think it is {NA}|for me it is {NA})
- my (boss|sister|neighbour) loves {X} (, but|.) (i hate it|i am not a fan|it is {NA})
- do not believe the good reviews , {X} is {NA}
- {X} (calls|called) itself {PA} (, but|.) it is {NA}
0 (they|some people) (say|think) {X} is {PA} , (others|some) say it is {NA}
0 the (report|article|minister|ceo) (calls|called) {X} {PA}
0 the (report|article|minister|ceo) (calls|called) {X} {NA}
0 (he|she|a friend) asked (me|us) (if|whether) {X} is {PA}
0 (he|she|a friend) asked (me|us) (if|whether) {X} is {NA}
`
