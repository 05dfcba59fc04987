import { type RefObject, useId, useState } from 'react'
import { useLocation } from 'wouter'
import { graphql } from '../api/schema.ts'
import { useQuery } from '../api/use-query.ts'
import { entityPath } from '../entity-names/entity-path.ts'
import { PAGES } from '../shell/pages.ts'
import { useAddressParams } from '../shell/use-address-params.ts'
import { useDebounced } from '../shell/use-debounced.ts'
import { sharedParams } from '../shell/view-params.ts'
import './dialog.css'

const FOUND = graphql(`
  query Found($search: String) {
    entities(first: 8, search: $search, orderBy: { field: TWEETS, direction: DESC }) {
      nodes { name }
    }
  }
`)

const TYPING_DELAY_MS = 120

interface Props {
  readonly dialog: RefObject<HTMLDialogElement | null>
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Goes to an entity or a page by its name. Entities with most tweets come first. */
export function Palette({ dialog, isOpen, onClose }: Props) {
  return (
    <dialog ref={dialog} className="dialog palette" aria-label="Go to" onClose={onClose}>
      {isOpen && <Choices onDone={() => dialog.current?.close()} />}
    </dialog>
  )
}

function Choices({ onDone }: { readonly onDone: () => void }) {
  const listId = useId()
  const [, navigate] = useLocation()
  const [params] = useAddressParams()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const search = useDebounced(typed.trim(), TYPING_DELAY_MS)
  const query = useQuery(FOUND, { search: search === '' ? null : search })
  const entities = (query.data?.entities?.nodes ?? []).map(({ name }) => ({
    kind: 'Entity',
    name,
    to: entityPath(name),
  }))
  const pages = PAGES.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase())).map(page => ({
    kind: 'Page',
    ...page,
  }))
  const found = [...entities, ...pages]
  const current = Math.min(at, found.length - 1)
  const go = (to: string) => {
    onDone()
    navigate(`${to}${sharedParams(params)}`)
  }
  return (
    <>
      <input
        type="text"
        className="palette-input"
        role="combobox"
        aria-label="Name of an entity or a page"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={current < 0 ? undefined : `${listId}-${current}`}
        placeholder="Go to an entity or a page"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: a dialog that opens by a key is for typing
        autoFocus
        value={typed}
        onChange={event => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={event => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (step !== undefined && found.length > 0) {
            event.preventDefault()
            setAt((current + step + found.length) % found.length)
          }
          const chosen = found[current]
          if (event.key === 'Enter' && chosen !== undefined) go(chosen.to)
        }}
      />
      <div id={listId} role="listbox" aria-label="Entities and pages" className="palette-list">
        {found.map(({ kind, name, to }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys of the list
          <div
            key={to}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            onClick={() => go(to)}
            onPointerMove={() => setAt(index)}
          >
            <span>{name}</span>
            <span className="muted small">{kind}</span>
          </div>
        ))}
      </div>
      {query.error !== null && <p role="alert">{query.error}</p>}
      {found.length === 0 && !query.isLoading && query.error === null && (
        <p className="muted">No entity and no page has this name.</p>
      )}
    </>
  )
}
