import { Command } from 'commander'
import type { ReadConfig } from '../config.ts'
import { createKeyCommand } from './keys/create.ts'
import { listKeysCommand } from './keys/list.ts'
import { revokeKeyCommand } from './keys/revoke.ts'

const EXAMPLES = `
Examples:
  $ pulso keys create admin --scope ADMIN
  $ pulso keys create dashboard --scope READ --expires 90d
  $ pulso keys list
  $ pulso keys revoke dashboard

A server needs keys if PULSO_AUTH is keys, or if HOST is not a loopback address and PULSO_AUTH is not open.`

export function keysCommand(readConfig: ReadConfig): Command {
  return new Command('keys')
    .description('create, list and revoke keys of clients')
    .addHelpText('after', EXAMPLES)
    .addCommand(createKeyCommand(readConfig))
    .addCommand(listKeysCommand(readConfig))
    .addCommand(revokeKeyCommand(readConfig))
}
