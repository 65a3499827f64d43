// Writes src/api/schema.d.ts from the committed OpenAPI document. `--check` only says whether it is current.
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import process from 'node:process'
import openapiTS, { astToString } from 'openapi-typescript'

const SOURCE = new URL('../../openapi/openapi.json', import.meta.url)
const TARGET = new URL('../src/api/schema.d.ts', import.meta.url)
const BASE = '/api/v1'

if (!existsSync(SOURCE)) {
  process.stderr.write('openapi/openapi.json does not exist: src/api/schema.d.ts stays as it is\n')
  process.exit(0)
}

// The client adds the base address itself, so that calls read like the handbook: `/projects/{id}`.
const document = JSON.parse(await readFile(SOURCE, 'utf8'))
document.paths = Object.fromEntries(
  Object.entries(document.paths).map(([path, item]) => [
    path.startsWith(`${BASE}/`) ? path.slice(BASE.length) : path,
    item,
  ]),
)
// What may be left out may be left out, with a default or without; an object of unknown fields is one of unknown values.
const types = await openapiTS(document, { defaultNonNullable: false, emptyObjectsUnknown: true })
const text = `// Generated from openapi/openapi.json by \`npm run api\`. Do not edit.\n${astToString(types)}`

if (process.argv.includes('--check')) {
  if ((await readFile(TARGET, 'utf8')) !== text) {
    process.stderr.write('src/api/schema.d.ts is stale: run `npm run api` in web/\n')
    process.exit(1)
  }
} else {
  await writeFile(TARGET, text)
}
