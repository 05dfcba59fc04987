import { useState } from 'react'
import { EntityNameInput } from '../entity-names/entity-name-input.tsx'
import { MAX_NAMES } from './use-names.ts'

interface Props {
  readonly names: readonly string[]
  /** Of the names, those without any tweet. */
  readonly unknownNames: readonly string[]
  /** Names to add in one click, most tweets first. */
  readonly suggestions: readonly string[]
  readonly onChange: (names: readonly string[]) => void
}

/** The compared names, a field to add one, and suggestions to start with. */
export function NameChooser({ names, unknownNames, suggestions, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const add = (name: string) => {
    const trimmed = name.trim()
    if (trimmed !== '' && !names.includes(trimmed) && names.length < MAX_NAMES) onChange([...names, trimmed])
    setTyped('')
  }
  return (
    <section className="panel panel-body name-chooser" aria-label="Entities to compare">
      <ul className="name-list">
        {names.map(name => (
          <li key={name} className={unknownNames.includes(name) ? 'name-chip name-chip-unknown' : 'name-chip'}>
            {name}
            {unknownNames.includes(name) && <span className="small">no tweets</span>}
            <button
              type="button"
              aria-label={`Remove ${name}`}
              onClick={() => onChange(names.filter(other => other !== name))}
            >
              ×
            </button>
          </li>
        ))}
        {names.length < MAX_NAMES && (
          <li>
            <form
              className="name-form"
              onSubmit={event => {
                event.preventDefault()
                add(typed)
              }}
            >
              <label htmlFor="added-name" className="visually-hidden">
                Add an entity
              </label>
              <EntityNameInput id="added-name" value={typed} onChange={setTyped} placeholder="Add an entity" />
              <button type="submit" className="button" disabled={typed.trim() === ''}>
                Add
              </button>
            </form>
          </li>
        )}
      </ul>
      {suggestions.length > 0 && (
        <p className="small muted name-suggestions">
          <span>Most tweets:</span>
          {suggestions.map(name => (
            <button key={name} type="button" onClick={() => add(name)}>
              {name}
            </button>
          ))}
        </p>
      )}
    </section>
  )
}
