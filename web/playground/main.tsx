import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import { createGraphiQLFetcher } from '@graphiql/toolkit'
import { GraphiQL } from 'graphiql'
import { createRoot } from 'react-dom/client'
import { EXAMPLES } from './examples.ts'

const fetcher = createGraphiQLFetcher({ url: new URL('/graphql', window.location.href).href })

const container = document.getElementById('playground')
if (container === null) throw new Error('The page has no element with the id "playground".')

createRoot(container).render(
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
  </GraphiQL>,
)
