import type { TadaDocumentNode } from 'gql.tada'
import { useEffect, useRef, useState } from 'react'
import { ask } from './ask.ts'
import { type Query, useQuery } from './use-query.ts'

interface Connection<Node> {
  readonly nodes: readonly Node[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

export interface Pages<Data, Node> extends Query<Data> {
  /** The nodes of all loaded pages; null before the first page. */
  readonly nodes: readonly Node[] | null
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly loadMore: () => void
}

/** A connection page by page. New variables start again with the first page; the old nodes stay until it arrives. */
export function usePages<Data, Node, Variables extends { after?: string | null }>(
  document: TadaDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'> | null,
  connectionOf: (data: Data) => Connection<Node> | null,
): Pages<Data, Node> {
  const query = useQuery(document, variables as Variables | null)
  const [rest, setRest] = useState<readonly Connection<Node>[]>([])
  const [failure, setFailure] = useState<string | null>(null)
  const [isLoadingMore, setIsLoadingMore] = useState(false)
  const inFlight = useRef<AbortController | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new first page invalidates the pages after the old one
  useEffect(() => {
    inFlight.current?.abort()
    setRest([])
    setFailure(null)
    setIsLoadingMore(false)
  }, [query.data])

  const first = query.data === null ? null : connectionOf(query.data)
  const last = rest.at(-1) ?? first

  const loadMore = () => {
    const after = last?.pageInfo.endCursor
    if (variables === null || after === undefined || after === null) return
    const abort = new AbortController()
    inFlight.current = abort
    setIsLoadingMore(true)
    ask(document, { ...variables, after } as Variables, abort.signal).then(
      data => {
        const next = connectionOf(data)
        if (abort.signal.aborted) return
        if (next !== null) setRest(pages => [...pages, next])
        setFailure(null)
        setIsLoadingMore(false)
      },
      (error: unknown) => {
        if (abort.signal.aborted) return
        setFailure(error instanceof Error ? error.message : String(error))
        setIsLoadingMore(false)
      },
    )
  }

  return {
    ...query,
    error: query.error ?? failure,
    nodes: first === null ? null : [first, ...rest].flatMap(({ nodes }) => nodes),
    hasMore: last?.pageInfo.hasNextPage ?? false,
    isLoadingMore,
    loadMore,
  }
}
