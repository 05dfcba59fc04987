import { useEffect, useRef } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { usePathname } from 'wouter/use-browser-location'
import { Patterns } from '../charts/patterns.tsx'
import { ComparePage } from '../compare/compare-page.tsx'
import { EntityPage } from '../entity/entity-page.tsx'
import { entityNameIn } from '../entity-names/entity-path.ts'
import { ImportPage } from '../import/import-page.tsx'
import { LabelPage } from '../label/label-page.tsx'
import { labelledNameIn } from '../label/label-path.ts'
import { ModelsPage } from '../models/models-page.tsx'
import { OverviewPage } from '../overview/overview-page.tsx'
import { TryItPage } from '../try-it/try-it-page.tsx'
import { Header } from './header.tsx'
import { NotFound } from './not-found.tsx'
import { useUnfoldedPrint } from './use-unfolded-print.ts'

/** The header, and the page that the address names. */
export function App() {
  const [path] = useLocation()
  const main = useRef<HTMLElement>(null)
  const shown = useRef(path)
  useUnfoldedPrint()

  // A screen reader starts a new page at its top, as if the browser had loaded it.
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    window.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [path])

  return (
    <>
      <a className="skip-link" href="#content">
        Skip to the content
      </a>
      <Patterns />
      <Header />
      <main ref={main} id="content" className="page" tabIndex={-1}>
        <Switch>
          <Route path="/">
            <OverviewPage />
          </Route>
          <Route path="/entities/:name">
            <NamedEntity />
          </Route>
          <Route path="/label/:name">
            <NamedLabels />
          </Route>
          <Route path="/models/:version?">{({ version }) => <ModelsPage version={version ?? null} />}</Route>
          <Route path="/compare">
            <ComparePage />
          </Route>
          <Route path="/import">
            <ImportPage />
          </Route>
          <Route path="/try-it">
            <TryItPage />
          </Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </main>
    </>
  )
}

/** Reads the name from the browser's own path: the router has already decoded the one that it passes on. */
function NamedEntity() {
  const name = entityNameIn(usePathname())
  return <EntityPage key={name} name={name} />
}

function NamedLabels() {
  const name = labelledNameIn(usePathname())
  return <LabelPage key={name} name={name} />
}
