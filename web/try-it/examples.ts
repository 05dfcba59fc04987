interface Example {
  readonly text: string
  readonly entity: string
}

/** Made-up tweets: praise, a complaint, news, and one with mixed sentiment. */
export const EXAMPLES: readonly Example[] = [
  { text: 'The new Xbox controller feels amazing, best one yet', entity: 'Xbox' },
  { text: 'Servers are down again, third evening this week', entity: 'Xbox' },
  { text: 'Nvidia will present its quarterly figures on Thursday', entity: 'Nvidia' },
  { text: 'I love my new phone, but the support of Verizon is a disgrace', entity: 'Verizon' },
]
