import { Command } from 'commander'
import type { ReadConfig } from '../config.ts'

const EXAMPLES = `
Examples:
  $ pulso serve
  $ PORT=8080 HOST=0.0.0.0 pulso serve
  $ DATABASE_URL=postgresql://pulso:secret@db.example/pulso pulso serve

Environment:
  PORT                     TCP port (4000; 0 picks a free one)
  HOST                     address to listen on (127.0.0.1)
  DATABASE_URL             a PostgreSQL 15 or later; without it Pulso starts its own
  PULSO_DATA_DIR           where its own database keeps its files, and uploads lie (.pulso in the checkout)
  PULSO_MODELS             a directory of models of your own, beside those that Pulso brings
  PULSO_INFERENCE_THREADS  threads that classify (one for each core)
  PULSO_INFERENCE_BATCH    tweets that a thread takes at once (32), in imports four times as many
  PULSO_INFERENCE_WAIT_MS  how long a tweet waits for others, to be taken together (0)
  PULSO_MAX_UPLOAD_MIB     size of a file that may be sent to be imported (1024)
  PULSO_INTROSPECTION      whether clients may ask for the schema (true)
  PULSO_LOG_LEVEL          fatal, error, warn, info, debug, trace or silent (warn)

Ctrl-C and SIGTERM finish the requests in flight and stop what was started.`

export function serveCommand(readConfig: ReadConfig): Command {
  return new Command('serve')
    .description('run the API and the playground')
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const config = readConfig()
      const { serve } = await import('../serve.ts')
      await serve(config)
    })
}
