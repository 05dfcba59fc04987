/** Everyday words of four letters and more that occur in names: one alone does not refer to a brand. */
export const EVERYDAY_WORDS: ReadonlySet<string> = new Set([
  ...['about', 'after', 'back', 'been', 'best', 'black', 'blue', 'book', 'call', 'city', 'cold', 'come', 'company'],
  ...['days', 'dead', 'down', 'eleven', 'face', 'find', 'fire', 'first', 'four', 'free', 'from', 'game', 'games'],
  ...['gold', 'good', 'grand', 'great', 'green', 'have', 'here', 'high', 'home', 'house', 'into', 'just', 'king'],
  ...['know', 'last', 'life', 'like', 'line', 'live', 'long', 'look', 'love', 'made', 'make', 'more', 'most', 'much'],
  ...['need', 'news', 'next', 'night', 'only', 'open', 'over', 'part', 'people', 'phone', 'play', 'real', 'right'],
  ...['second', 'show', 'some', 'star', 'station', 'super', 'take', 'team', 'that', 'their', 'them', 'then', 'there'],
  ...['they', 'think', 'this', 'three', 'time', 'today', 'tube', 'very', 'view', 'want', 'watch', 'water', 'week'],
  ...['well', 'were', 'what', 'when', 'where', 'white', 'will', 'with', 'word', 'work', 'world', 'year', 'your'],
])

/** Initials that are also everyday words: "lol" rarely means League of Legends. */
export const EVERYDAY_INITIALS: ReadonlySet<string> = new Set(
  'all and are bad big but can did for get got had has her him his how lol low new not now off old omg one our out own sad say see she the too two was way who why win wow wtf yes you'.split(
    ' ',
  ),
)

/** Small words inside names; two words of which one is such a word do not form a pair. */
export const PARTICLES: ReadonlySet<string> = new Set('and for the von van der del las los'.split(' '))
