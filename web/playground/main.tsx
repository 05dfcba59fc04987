import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import { createGraphiQLFetcher } from '@graphiql/toolkit'
import { GraphiQL } from 'graphiql'
import { createRoot } from 'react-dom/client'
import { SignInGate } from '../session/sign-in-gate.tsx'
import { signInNeeded } from '../session/sign-in-needed.ts'
import { EXAMPLES } from './examples.ts'

const fetcher = createGraphiQLFetcher({
  url: new URL('/graphql', window.location.href).href,
  fetch: async (input, init) => {
    const response = await fetch(input, init)
    // A key in the headers of the editor is the user's own attempt.
    if (!hasOwnKey(init?.headers)) signInNeeded.learn(response.status)
    return response
  },
})

const hasOwnKey = (headers: HeadersInit | undefined) => {
  const given = new Headers(headers)
  return given.has('authorization') || given.has('x-api-key')
}

const container = document.getElementById('playground')
if (container === null) throw new Error('The page has no element with the id "playground".')

createRoot(container).render(
  <SignInGate>
    <GraphiQL
      fetcher={fetcher}
      defaultTabs={EXAMPLES}
      shouldPersistHeaders={false}
      defaultEditorToolsVisibility="variables"
    >
      <GraphiQL.Logo>
        <a className="playground-name" href="/" title="To the dashboard">
          ‹ Pulso
        </a>
      </GraphiQL.Logo>
    </GraphiQL>
  </SignInGate>,
)
