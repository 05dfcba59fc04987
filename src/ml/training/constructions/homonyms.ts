/**
 * Ordinary words that are also names of brands, people or places. Written in lower case in a tweet that uses capitals,
 * they are nearly always the ordinary word, so such a tweet is not about the brand. Words of
 * `development/homonyms.csv` are not among them.
 */
export const ORDINARY_WORDS = `
accord|affirm|ally|apex|arrow|ash|athlete|axe|bacon|baker|bank|base|bear|beetle|berry|blizzard|blur|bolt|boost
bounce|bounty|box|braid|brave|bread|bridge|brook|budget|buffer|bull|bumble|cake|camel|canvas|caravan|carnival
castle|caterpillar|cedar|champion|charger|chase|chrome|church|civic|cloud|coach|colt|comet|compass|cook|cooper
cougar|cream|crest|cricket|crow|crown|crush|cube|dash|dawn|defender|destiny|dial|diamond|diesel|discord|dodge
doom|drake|drive|drop|eagle|editor|elbow|element|enterprise|escape|explorer|express|falcon|fallout|farm|field
fiesta|finish|fisher|fit|flash|flex|flower|focus|foreigner|fossil|frontier|gain|garbage|gate|grant|guess|halo
hill|hinge|hole|hunt|hunter|insight|ivory|job|journey|kick|kiss|kiwi|lake|lamb|leaf|legend|lemonade|liberty
lightning|limbo|lion|lotus|mango|match|messenger|mint|monsoon|monster|muse|mustang|neon|note|notebook|notion
odyssey|opera|oyster|page|paint|park|passport|pathfinder|patriot|peach|peacock|pearl|pilot|pioneer|pledge|pocket
poison|portal|prey|princess|probe|prudent|publisher|pump|quest|quiver|ram|ranger|raven|ridge|river|robin|rocket
rogue|rover|rust|safari|sage|scout|sheet|signal|slide|snap|spark|spectrum|spirit|spotlight|sprint|stack|steam
stone|swan|switch|tango|temple|threads|thunder|timber|tinder|tool|trade|train|tumbler|valve|vanguard|vanish
viper|virgin|wallet|wells|wolf|wood
`

/** Tweets in which an ordinary word is not a name: the word `{W}`, any sentiment. */
export const ORDINARY_USES = `
(the|this|that|a|my|his|her|our) {W} (is|was|looks|smells|feels) (so|very|really|) ({PA}|{NA})
(i|we|they) (saw|found|lost|bought|broke|ate|drew) (a|the|my) {W} (today|yesterday|this morning) , ({PA}|{NA})
(a|the) {W} (in|on|under) the (garden|kitchen|street|table|river) is ({PA}|{NA})
(what|such) a ({PA}|{NA}) {W}
(the|a) ({PA}|{NA}) {W} (on|in|at) the (beach|hill|farm|museum)
(my|her|his) (grandma|uncle|teacher) (has|had|made|likes) (a|an) ({PA}|{NA}) {W}
(we|they) (need|want|use) (a|the) {W} for the (cake|wall|car|trip) , it is ({PA}|{NA})
i (love|hate) the (colour|sound|smell|shape) of (a|the|this) {W}
(there is|there was) (a|no) {W} (here|in our flat) , ({PA}|{NA})
(learn|learned|how) to {W} (in|at|) (school|home) , it was ({PA}|{NA})
(do not|please|never) {W} (me|us|it) (like that|again) , it is ({PA}|{NA})
(he|she) (had to|wants to|tried to) {W} and it was ({PA}|{NA})
`
