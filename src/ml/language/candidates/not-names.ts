/** Capitals alone do not make these a name: calendar words, greetings, family, and abbreviations of chats and offices. */
export const NOT_NAMES: ReadonlySet<string> = new Set(
  [
    ...['monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun'],
    ...['january february march april may june july august september october november december'],
    ...['jan feb mar apr jun jul aug sep sept oct nov dec christmas xmas easter halloween thanksgiving ramadan'],
    ...['lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto'],
    ...['septiembre octubre noviembre diciembre navidad'],
    ...['i im ive id ill u ur ya y o a an the god lord jesus mom mum mama mommy mummy dad daddy papa grandma grandpa'],
    ...['auntie bro sis ok okay lol lmao lmfao lmaoo rofl omg omfg wtf wth smh tbh imo imho idk idc ikr irl fyi btw'],
    ...['asap diy faq eta rip ffs stfu gtfo nsfw tbt fbf ff rt dm dms pm am tv pc dvd cd ac id hr it pr qa vs ceo cfo'],
    ...['cto coo vp mp gps usb hdmi atm sms pdf url ui ux cpu gpu ram ssd dlc fps rpg mmo npc pov aka ps est gmt utc'],
    ...[
      'name location religion user fml ftw bf gf gn gg og ot op tl sos vip goat msg bbq seo dj mvp xd mt np icymi qt',
    ],
    ...['birthday anniversary pst edt cet bst happy merry good english spanish french german'],
  ]
    .join(' ')
    .split(' '),
)

/** Titles and roles before a name; they are no part of it. */
export const TITLES: ReadonlySet<string> = new Set(
  'mr mrs ms miss mister dr prof professor sir madam dame lady president presidente senator sen gov governor minister premier chancellor secretary judge justice captain capt coach pope king queen prince princess duke rev reverend sgt lt col gen general officer ceo cfo cto cofounder founder uncle aunt sr sra srta don doña san'.split(
    ' ',
  ),
)

/** Lower-case words inside a name: "Bank of America", "Universidad de Chile". */
export const CONNECTORS: ReadonlySet<string> = new Set(
  'of the de del la las los el da do dos das du des van von der den di al bin ibn y'.split(' '),
)

/** Ordinary nouns with which a name may begin at the start of a sentence; "Fans of Xbox" does not begin so. */
export const HEADS: ReadonlySet<string> = new Set(
  'bank university universidad universidade game games call house city ciudad church college department ministry ministerio museum museo republic república bay gulf isle league age gods lord king queen banco museu real banca casa state states united tower bridge port institute instituto academy school'.split(
    ' ',
  ),
)

/** Words in capitals that are laughter, cries or stretched: "HAHAHA", "Yesss", "Ugh". */
const CRY =
  /(\p{L})\1\1|^(?:b?w?a*(?:ha){2,}h?|(?:je){2,}j?|(?:ja){2,}j?|(?:he){2,}h?|(?:lo)+l+|k{2,}|x+d+|ugh+|argh+|aw+|mm+|hm+|uh+|oh+|ah+|eh+|yay+|wow+|ew+|grr+|meh|psa|tgif)$/iu

export const isCry = (word: string): boolean => CRY.test(word)
