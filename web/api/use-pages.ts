import type { TadaDocumentNode } from 'gql.tada'
import { useEffect, useRef, useState } from 'react'
import { ask } from './ask.ts'
import { type Query, useQuery } from './use-query.ts'

interface Connection<Node> {
  readonly nodes: readonly Node[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

export interface Pages<Data, Node, Variables = unknown> extends Query<Data, Variables> {
  /** The nodes of all loaded pages; null before the first page. */
  readonly nodes: readonly Node[] | null
  readonly pageCount: number
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly loadMore: () => void
}

interface PagesOptions<Variables> {
  /** The variables that make another list. If they change, it starts with its first page. */
  readonly listVariables: readonly (keyof Variables)[]
  /** Pages that are loaded at once at first. */
  readonly initialCount?: number
}

interface Shown<Data, Node, Variables> {
  /** The first page and the variables that it answers. */
  readonly data: Data | null
  readonly answered: Variables | null
  readonly rest: readonly Connection<Node>[]
  readonly listKey: string | null
}

/** A connection page by page. After a reload or for another time range, as many pages are loaded as were there; the old nodes stay until then. */
export function usePages<Data, Node, Variables extends { after?: string | null }>(
  document: TadaDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'> | null,
  connectionOf: (data: Data) => Connection<Node> | null,
  { listVariables, initialCount = 1 }: PagesOptions<Omit<Variables, 'after'>>,
): Pages<Data, Node, Variables> {
  const query = useQuery(document, variables as Variables | null)
  const [shown, setShown] = useState<Shown<Data, Node, Variables>>({
    data: null,
    answered: null,
    rest: [],
    listKey: null,
  })
  const [failure, setFailure] = useState<string | null>(null)
  const [isLoadingMore, setIsLoadingMore] = useState(false)
  const inFlight = useRef<AbortController | null>(null)

  /** The pages that follow the given one. If one fails, those before it. */
  async function loadAfter(page: Connection<Node> | null, count: number, sent: Variables, signal: AbortSignal) {
    const pages: Connection<Node>[] = []
    let last = page
    try {
      while (pages.length < count && last !== null && last.pageInfo.hasNextPage) {
        last = connectionOf(await ask(document, { ...sent, after: last.pageInfo.endCursor }, signal))
        if (last !== null) pages.push(last)
      }
      return { pages, problem: null }
    } catch (error) {
      return { pages, problem: error instanceof Error ? error.message : String(error) }
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new first page invalidates the pages after the old one
  useEffect(() => {
    inFlight.current?.abort()
    setFailure(null)
    setIsLoadingMore(false)
    const { data, answered } = query
    if (data === null || answered === null) {
      setShown({ data: null, answered: null, rest: [], listKey: null })
      return
    }
    const listKey = JSON.stringify(listVariables.map(name => answered[name]))
    const isSame = shown.listKey === null || shown.listKey === listKey
    const wanted = shown.listKey === null ? initialCount : 1 + shown.rest.length + Number(isLoadingMore)
    const first = connectionOf(data)
    const show = (rest: readonly Connection<Node>[]) => setShown({ data, answered, rest, listKey })
    if (!isSame || wanted === 1 || first === null) {
      show([])
      return
    }
    const abort = new AbortController()
    inFlight.current = abort
    loadAfter(first, wanted - 1, answered, abort.signal).then(({ pages, problem }) => {
      if (abort.signal.aborted) return
      show(pages)
      setFailure(problem)
    })
  }, [query.data])

  const first = shown.data === null ? null : connectionOf(shown.data)
  const last = shown.rest.at(-1) ?? first

  const loadMore = () => {
    if (shown.answered === null) return
    const abort = new AbortController()
    inFlight.current = abort
    setIsLoadingMore(true)
    loadAfter(last, 1, shown.answered as Variables, abort.signal).then(({ pages, problem }) => {
      if (abort.signal.aborted) return
      setShown(before => ({ ...before, rest: [...before.rest, ...pages] }))
      setFailure(problem)
      setIsLoadingMore(false)
    })
  }

  return {
    ...query,
    data: shown.data,
    answered: shown.answered,
    isLoading: query.isLoading || shown.data !== query.data,
    error: query.error ?? failure,
    nodes: first === null ? null : [first, ...shown.rest].flatMap(({ nodes }) => nodes),
    pageCount: 1 + shown.rest.length,
    hasMore: last?.pageInfo.hasNextPage ?? false,
    isLoadingMore,
    loadMore,
  }
}
