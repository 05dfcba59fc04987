import { readFileSync, writeFileSync } from 'node:fs'
import { scriptCommand } from '../../src/process/script-command.ts'
import { roomDiagram, withDiagram } from './room-diagram.ts'

scriptCommand('draw-architecture', 'Draws the diagram of rooms in docs/architecture.md from the imports.').parse()

const PATH = 'docs/architecture.md'
writeFileSync(PATH, withDiagram(readFileSync(PATH, 'utf8'), await roomDiagram()))
