import { useEffect, useRef } from 'react'
import { type Action, actionOf } from './action-of.ts'
import { areSingleKeysOn } from './single-keys.ts'

const FIELDS = 'input, textarea, select, [contenteditable]'

/** Calls `onAction` for the keys of the dashboard. In an open dialog they do nothing. */
export function useKeys(onAction: (action: Action) => void): void {
  const latest = useRef(onAction)
  latest.current = onAction
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest(FIELDS) !== null
      const action = actionOf(event, { isTyping, areSingleKeysOn: areSingleKeysOn() })
      if (action === null || document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      latest.current(action)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
