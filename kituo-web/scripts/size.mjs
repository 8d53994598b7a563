/**
 * Measures what a first visit loads: the JavaScript of the entry and of everything that it imports statically, plus
 * the room behind the address `/`, after gzip. Fails above the limit, which is what a poor line can bear.
 */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const LIMIT_KB = 200
const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))

/** The page `/` needs the entry and, right after it, the room with the dashboards. */
const FIRST = ['index.html', 'src/dashboard/DashboardRoom.tsx']

const chunks = new Set()
const add = (key) => {
  const chunk = manifest[key]
  if (!chunk) throw new Error(`the build has no chunk ${key}; its entries are ${Object.keys(manifest).join(', ')}`)
  if (chunks.has(chunk.file)) return
  chunks.add(chunk.file)
  for (const next of chunk.imports ?? []) add(next)
}
FIRST.forEach(add)

let total = 0
for (const file of chunks) {
  const kb = gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1000
  total += kb
  console.log(`${kb.toFixed(1).padStart(8)} kB  ${file}`)
}
console.log(`${total.toFixed(1).padStart(8)} kB  first page, JavaScript after gzip (limit ${LIMIT_KB} kB)`)
if (total > LIMIT_KB) {
  console.error(`The first page is ${(total - LIMIT_KB).toFixed(1)} kB too large.`)
  process.exit(1)
}
