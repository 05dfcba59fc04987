import { useId } from 'react'
import { graphql } from '../api/schema.ts'
import { useQuery } from '../api/use-query.ts'
import { useDebounced } from '../shell/use-debounced.ts'

const ENTITY_NAMES = graphql(`
  query EntityNames($search: String!) {
    entities(first: 10, search: $search) {
      nodes { name }
    }
  }
`)

const TYPING_DELAY_MS = 180

interface Props {
  /** For the `htmlFor` of its label. */
  readonly id: string
  readonly value: string
  readonly onChange: (name: string) => void
  readonly placeholder: string
}

/** A field for the name of an entity. It suggests stored names, and accepts any other. */
export function EntityNameInput({ id, value, onChange, placeholder }: Props) {
  const listId = useId()
  const { data } = useQuery(ENTITY_NAMES, { search: useDebounced(value.trim(), TYPING_DELAY_MS) })
  return (
    <>
      <input
        id={id}
        list={listId}
        value={value}
        onChange={event => onChange(event.target.value)}
        placeholder={placeholder}
        autoComplete="off"
      />
      <datalist id={listId}>
        {data?.entities?.nodes.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}
