/** Minutes east of UTC of abbreviations with one meaning, or one that RFC 2822 defines. */
const OFFSETS: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  UT: 0,
  WET: 0,
  WEST: 60,
  CET: 60,
  CEST: 120,
  MEZ: 60,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  SAST: 120,
  EAT: 180,
  CAT: 120,
  PKT: 300,
  WIB: 420,
  WITA: 480,
  WIT: 540,
  HKT: 480,
  AWST: 480,
  JST: 540,
  KST: 540,
  ACST: 570,
  ACDT: 630,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  BRT: -180,
  ART: -180,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
}

interface AmbiguousZone {
  readonly name: string
  readonly meanings: string
  /** An offset that could be meant. */
  readonly example: string
}

const AMBIGUOUS: Readonly<Record<string, Omit<AmbiguousZone, 'name'>>> = {
  ADT: { meanings: 'Atlantic or Arabia Daylight Time', example: '-03:00' },
  AMT: { meanings: 'Amazon or Armenia Time', example: '-04:00' },
  AST: { meanings: 'Atlantic or Arabia Standard Time', example: '-04:00' },
  BST: { meanings: 'British Summer Time or Bangladesh Standard Time', example: '+01:00' },
  BT: { meanings: 'Bhutan or Baghdad Time', example: '+06:00' },
  CST: { meanings: 'Central, China or Cuba Standard Time', example: '-06:00' },
  ECT: { meanings: 'Ecuador or Eastern Caribbean Time', example: '-05:00' },
  GST: { meanings: 'Gulf or South Georgia Standard Time', example: '+04:00' },
  IDT: { meanings: 'Israel Daylight or Iran Daylight Time', example: '+03:00' },
  IST: { meanings: 'India, Israel or Irish Standard Time', example: '+05:30' },
  LHST: { meanings: 'Lord Howe Standard or Summer Time', example: '+10:30' },
  PYT: { meanings: 'Paraguay or Pyongyang Time', example: '-04:00' },
  SST: { meanings: 'Singapore or Samoa Standard Time', example: '+08:00' },
  WST: { meanings: 'West Samoa or Western Standard Time', example: '+08:00' },
}

/** Minutes east of UTC of an abbreviation; null if it is unknown or ambiguous. */
export function zoneOffset(name: string): number | null {
  const key = name.toUpperCase()
  return Object.hasOwn(OFFSETS, key) ? (OFFSETS[key] ?? null) : null
}

/** The first abbreviation in a text that has several meanings; null if none has. */
export function ambiguousZoneIn(text: string): AmbiguousZone | null {
  for (const [word] of text.slice(0, 100).matchAll(/(?<![\p{L}/_])[A-Z]{2,4}(?![\p{L}/_])/gu)) {
    const found = Object.hasOwn(AMBIGUOUS, word) ? AMBIGUOUS[word] : undefined
    if (found !== undefined) return { name: word, ...found }
  }
  return null
}
