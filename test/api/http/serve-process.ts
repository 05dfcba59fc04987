import { parseConfig } from '../../../src/config.ts'
import { serve } from '../../../src/serve.ts'

// Runs `pulso serve` from source.
await serve(parseConfig(process.env))
