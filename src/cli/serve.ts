import { Command } from 'commander'
import type { ReadConfig } from '../config.ts'

const EXAMPLES = `
Examples:
  $ pulso serve
  $ PORT=8080 HOST=0.0.0.0 pulso serve                needs a key: pulso keys create admin --scope ADMIN
  $ DATABASE_URL=postgresql://pulso:secret@db.example/pulso pulso serve

Environment:
  PORT                     TCP port; 0 picks a free one (default: 4000)
  HOST                     address to listen on (default: 127.0.0.1)
  DATABASE_URL             PostgreSQL 15 or later (default: an embedded server)
  PULSO_DATA_DIR           directory of the embedded database and of uploads (default: .pulso in the checkout)
  PULSO_MODELS             directory of your own models, in addition to the bundled ones
  PULSO_INFERENCE_THREADS  threads that classify tweets (default: one per core)
  PULSO_INFERENCE_BATCH    largest batch of tweets per thread; imports use four times as many (default: 32)
  PULSO_INFERENCE_WAIT_MS  maximum time to hold a tweet for batching while a thread is idle (default: 0)
  PULSO_MAX_UPLOAD_MIB     largest file that can be uploaded for import (default: 1024)
  PULSO_AUTH               open, or keys to require keys (default: keys if HOST is not a loopback address)
  PULSO_TOKEN_ISSUER       issuer of accepted tokens (JWT), with PULSO_TOKEN_AUDIENCE and PULSO_TOKEN_KEYS (default: none)
  PULSO_INTROSPECTION      whether clients may query the schema (default: true)
  PULSO_RETENTION_DAYS     delete tweets that are older, by the time at which they count (default: keep all)
  PULSO_LOG_LEVEL          fatal, error, warn, info, debug, trace or silent (default: warn)

Ctrl-C and SIGTERM finish the requests in flight, then stop the server and the embedded database.`

export function serveCommand(readConfig: ReadConfig): Command {
  return new Command('serve')
    .description('run the API server with dashboard and playground')
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const config = readConfig()
      const { serve } = await import('../serve.ts')
      await serve(config)
    })
}
