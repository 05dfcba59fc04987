import { SampleButton } from '../sample/sample-button.tsx'
import { CopyText } from '../shell/copy-text.tsx'
import { ViewLink } from '../shell/view-link.tsx'

/** First steps in a fresh installation. */
export function Welcome({ onLoaded }: { readonly onLoaded: () => void }) {
  return (
    <div className="welcome">
      <h1>No tweets yet</h1>
      <p className="muted">
        Pulso measures the sentiment of tweets towards brands, products and people, and how certain the figures are.
        This page shows an overview once tweets are stored.
      </p>
      <ol className="welcome-steps">
        <li className="panel panel-body">
          <h2>Explore a sample</h2>
          <p className="muted">Made-up tweets about brands that do not exist. You can remove them in one click.</p>
          <SampleButton onLoaded={onLoaded} />
        </li>
        <li className="panel panel-body">
          <h2>Classify a sentence</h2>
          <p className="muted">Type a tweet and see how the model classifies it. Nothing is stored.</p>
          <ViewLink to="/try-it" className="button">
            Try it
          </ViewLink>
        </li>
        <li className="panel panel-body">
          <h2>Import a file</h2>
          <p className="muted">
            CSV, TSV or NDJSON, plain or gzipped. A header names the columns: id, entity, text, posted_at, author.
          </p>
          <ViewLink to="/import" className="button">
            Import a file
          </ViewLink>
          <CopyText text="npx pulso import tweets.csv" />
        </li>
        <li className="panel panel-body">
          <h2>Send tweets from a program</h2>
          <p className="muted">The playground has an example that classifies and stores a tweet.</p>
          <a href="/graphql" className="button">
            Open the playground
          </a>
        </li>
      </ol>
    </div>
  )
}
