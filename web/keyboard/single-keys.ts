const KEY = 'pulso-single-keys'

/** Whether keys without Ctrl do something. Speech input types letters, so they can be switched off. */
export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

export function keepSingleKeys(isOn: boolean): void {
  try {
    localStorage.setItem(KEY, isOn ? 'on' : 'off')
  } catch {
    // A browser that stores nothing forgets the choice with the page.
  }
}
