import { useState } from 'react'
import { graphql } from '../api/schema.ts'
import { useQuery } from '../api/use-query.ts'
import { EntityNameInput } from '../entity-names/entity-name-input.tsx'
import { MAX_NAMES } from './use-names.ts'

const SUGGESTIONS = graphql(`
  query Suggestions {
    entities(first: 12, orderBy: { field: TWEETS, direction: DESC }) {
      nodes { name }
    }
  }
`)

interface Props {
  readonly names: readonly string[]
  readonly onChange: (names: readonly string[]) => void
}

/** The compared names, a field to add one, and suggestions to start with. */
export function NameChooser({ names, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const { data } = useQuery(SUGGESTIONS, names.length < 2 ? {} : null)
  const suggestions = data?.entities?.nodes.map(({ name }) => name).filter(name => !names.includes(name)) ?? []
  const add = (name: string) => {
    const trimmed = name.trim()
    if (trimmed !== '' && !names.includes(trimmed) && names.length < MAX_NAMES) onChange([...names, trimmed])
    setTyped('')
  }
  return (
    <section className="panel panel-body name-chooser" aria-label="Entities to compare">
      <ul className="name-list">
        {names.map(name => (
          <li key={name} className="name-chip">
            {name}
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
      {names.length < 2 && suggestions.length > 0 && (
        <p className="small muted name-suggestions">
          Most tweets:
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
