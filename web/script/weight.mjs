// Prints what a page's script weighs on the wire (brotli), and fails above the limit: `npm run weight`.
import { readFile, stat } from 'node:fs/promises'
import process from 'node:process'

const LIMIT = 300 * 1024
const DIST = new URL('../dist/', import.meta.url)
// Everything that is fetched before the workbench shows: entry, language, shell and the page itself.
const NEEDED = [
  'index.html',
  'src/app/locales/zh.ts',
  'src/app/ShellRoute.tsx',
  'src/features/governance/workbench/WorkbenchPage.tsx',
]

const assets = JSON.parse(await readFile(new URL('assets.json', DIST), 'utf8'))
const files = new Set()

function gather(key) {
  const asset = assets[key]
  if (asset === undefined) throw new Error(`${key} is not in the build`)
  if (files.has(asset.file)) return
  files.add(asset.file)
  for (const imported of asset.imports ?? []) gather(imported)
}

for (const key of NEEDED) gather(key)
let total = 0
for (const file of files) {
  const { size } = await stat(new URL(`${file}.br`, DIST))
  total += size
  process.stdout.write(`${String(size).padStart(8)}  ${file}\n`)
}
process.stdout.write(`${String(total).padStart(8)}  of ${LIMIT} bytes before the workbench shows\n`)
if (total > LIMIT) process.exit(1)
