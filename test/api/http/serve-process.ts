import { parseConfig } from '../../../src/config.ts'
import { serve } from '../../../src/serve.ts'

// What `pulso serve` does, from source.
await serve(parseConfig(process.env))
