/**
 * Words without content of their own: articles, pronouns, prepositions, conjunctions, auxiliaries and their negations, intensifying adverbs,
 * and words about tweets themselves. Words for sentiments and actions are not among them.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    'a an the this that these those some any each every either both such other another same own',
    'i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its itself',
    "they them their theirs themselves one ones who whom whose which what i'm i've i'd i'll im ive ill we're we've we'd we'll",
    "you're you've you'd you'll youre he's he'd he'll she's she'd she'll it's it'd it'll they're they've they'd they'll theyre",
    "that's there's here's what's who's where's how's let's thats theres whats lets that'll there'll ya yall y'all ur u r",
    'of in on at by for with about against between into through during before after above below to from up down out off over under',
    'again further then once here there when where why how as until while than within without upon per via onto toward towards',
    'and but or nor if because so though although since unless whether also too et al',
    'am is are was were be been being have has had having do does did doing done will would shall should can could may might must',
    'gonna wanna gotta let get gets getting got gotten go goes going went gone come comes came make makes made making take takes took',
    'say says said see seen saw know knows knew think thinks thought want wants wanted use used using put puts give gives gave',
    'just like really even still now today tonight tomorrow yesterday day days time times year years week month ago yet already ever',
    'thing things something anything everything someone anyone everyone people guy guys way lot lots bit kind sort stuff',
    'all more most much many few less least very only same else rather quite maybe perhaps well back around away together',
    'two three first second next last new old',
    'rt via amp http https www com pic twitter tweet tweets unk etc ok okay oh hey hi hello yes yeah yep lol omg um uh hmm',
    "not no nope don't dont doesn't doesnt didn't didnt isn't isnt aren't arent wasn't wasnt weren't werent hasn't haven't havent hadn't",
    "can't cant cannot couldn't couldnt won't wont wouldn't wouldnt shouldn't shouldnt ain't aint mustn't needn't never always often",
    'actually literally probably definitely completely totally basically currently almost pretty finally especially simply exactly',
    'try trying tried start started keep keeps kept look looks looking need needs needed feel feels mean means happen happened',
    'w b n c d e f g h j k l m o p q s t v x y z',
  ]
    .join(' ')
    .split(' '),
)
