export type Action = 'palette' | 'search' | 'help'

interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

interface Situation {
  /** The key would be typed into a field. */
  readonly isTyping: boolean
  readonly areSingleKeysOn: boolean
}

/** The action of a key: Ctrl+K or Cmd+K anywhere, `/` and `?` outside of fields. Null for any other key. */
export function actionOf({ key, ctrlKey, metaKey, altKey }: Pressed, situation: Situation): Action | null {
  const hasOneModifier = ctrlKey !== metaKey
  if (hasOneModifier && !altKey && key.toLowerCase() === 'k') return 'palette'
  if (ctrlKey || metaKey || altKey || situation.isTyping || !situation.areSingleKeysOn) return null
  if (key === '/') return 'search'
  return key === '?' ? 'help' : null
}
