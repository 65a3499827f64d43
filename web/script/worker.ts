import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Writes `sw.js`: the service worker with the names of this release's files, so that another release is another worker. */
export function worker(): Plugin {
  let root = '.'
  return {
    name: 'xianji-worker',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = config.root
    },
    async generateBundle(_options, bundle) {
      const files = Object.keys(bundle)
        .filter((name) => /^assets\/.+\.(js|css)$/.test(name))
        .sort()
        .map((name) => `/${name}`)
      const source = await readFile(join(root, 'src/worker/worker.js'), 'utf8')
      const offline = bundle['offline.html']
      const shown = offline?.type === 'asset' ? offline.source : ''
      const id = createHash('sha256').update(files.join('\n')).update(shown).digest('hex').slice(0, 12)
      const release = JSON.stringify({ id, files })
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: `const RELEASE = ${release}\n${source}` })
    },
  }
}
