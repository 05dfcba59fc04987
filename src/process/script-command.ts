import { Command } from 'commander'

const WRONG_CALL = 2

/**
 * The command line of a script of package.json, such as `npm run sample`. Parsing prints help for `--help`, and ends the
 * process for an argument that the script does not know, before the script does anything.
 */
export const scriptCommand = (name: string, description: string): Command =>
  new Command(`npm run ${name} --`)
    .description(description)
    .helpOption('-h, --help', 'print help')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : WRONG_CALL))
