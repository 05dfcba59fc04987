import { readFileSync, writeFileSync } from 'node:fs'
import { roomDiagram, withDiagram } from './room-diagram.ts'

const PATH = 'docs/architecture.md'
writeFileSync(PATH, withDiagram(readFileSync(PATH, 'utf8'), await roomDiagram()))
