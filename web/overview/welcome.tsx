import { SampleButton } from '../sample/sample-button.tsx'
import { CopyText } from '../shell/copy-text.tsx'
import { ViewLink } from '../shell/view-link.tsx'

/** A fresh install: what to do first. */
export function Welcome({ onLoaded }: { readonly onLoaded: () => void }) {
  return (
    <div className="welcome">
      <h1>Nothing is stored here yet</h1>
      <p className="muted">
        Pulso counts what tweets feel about brands, games, people, and says how sure that is. Give it some tweets, and
        this page shows them.
      </p>
      <ol className="welcome-steps">
        <li className="panel panel-body">
          <h2>Look around with a sample</h2>
          <p className="muted">
            Some tweets that we made up, about brands that do not exist. They can be removed again in one click.
          </p>
          <SampleButton onLoaded={onLoaded} />
        </li>
        <li className="panel panel-body">
          <h2>Ask about one sentence</h2>
          <p className="muted">Type a tweet and see what the model makes of it. Nothing is stored.</p>
          <ViewLink to="/try-it" className="button">
            Try it
          </ViewLink>
        </li>
        <li className="panel panel-body">
          <h2>Import a file</h2>
          <p className="muted">
            CSV, TSV or NDJSON, also gzipped. A header names the columns: id, entity, text, posted_at, author.
          </p>
          <ViewLink to="/import" className="button">
            Import a file
          </ViewLink>
          <CopyText text="npx pulso import tweets.csv" />
        </li>
        <li className="panel panel-body">
          <h2>Send tweets from a program</h2>
          <p className="muted">The playground has a mutation ready that classifies a tweet and keeps it.</p>
          <a href="/graphql" className="button">
            Open the playground
          </a>
        </li>
      </ol>
    </div>
  )
}
