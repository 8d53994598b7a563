/**
 * Takes the pictures of the README anew: `KITUO_URL=http://localhost:8080 node scripts/pictures.mjs [folder]`, against
 * a server with the demo country. The folder is docs/pictures if none is named.
 */
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const url = process.env.KITUO_URL ?? 'http://localhost:8080'
const folder = process.argv[2] ?? fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
const PATIENCE = 90_000

/** What a tile shows when it is done. */
const SETTLED = 'svg, table, .single-value, .map-canvas[data-drawn="true"], .rich-text'

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--hide-scrollbars'],
})

async function visitor(viewport, username, password) {
  const context = await browser.newContext({ viewport, baseURL: url, locale: 'en-GB', reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  await page.request.post('/api/auth/login', { data: { username, password } })
  return page
}

async function read(page, path) {
  const response = await page.request.get(path)
  if (!response.ok()) throw new Error(`GET ${path} answered ${response.status()}: ${await response.text()}`)
  return response.json()
}

async function openDashboard(page, name) {
  const { dashboards } = await read(page, `/api/dashboards?fields=id&filter=name:eq:${encodeURIComponent(name)}`)
  await page.goto(`/dashboards/${dashboards[0].id}`)
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** Scrolls to a tile, waits for all tiles that are then on the screen, and lets drawings come to rest. */
async function showTile(page, title) {
  if (title) {
    const tile = page.getByRole('article', { name: title })
    await tile.evaluate((element) => window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - 60))
  }
  for (const tile of await page.locator('.tile').all()) {
    const isSeen = await tile.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return top < window.innerHeight && bottom > 0
    })
    if (isSeen) await tile.locator(SETTLED).first().waitFor()
  }
  await page.waitForTimeout(1500)
}

async function take(page, name) {
  await page.mouse.move(0, 0)
  await page.screenshot({ path: join(folder, `${name}.png`), timeout: PATIENCE })
  console.log(`${name}.png`)
}

await mkdir(folder, { recursive: true })
const desktop = { width: 1366, height: 768 }

const minister = await visitor(desktop, 'minister', 'Tamarind#1')
await openDashboard(minister, 'Malaria')
await showTile(minister)
await take(minister, 'dashboard')
await openDashboard(minister, 'Mother and child')
await showTile(minister, 'Pentavalent 3 coverage by district, last 12 months')
await take(minister, 'map')
await openDashboard(minister, 'Reports and supplies')
await showTile(minister, 'Facilities that reported, by area and month (%)')
await take(minister, 'pivot')

const nurse = await visitor(desktop, 'nurse', 'Tamarind#1')
const { organisationUnits } = await read(nurse, '/api/me?fields=organisationUnits[id]')
const { dataSets } = await read(nurse, '/api/dataSets?fields=id&filter=name:eq:Malaria monthly report')
const month = new Date()
month.setDate(0)
const period = `${month.getFullYear()}${String(month.getMonth() + 1).padStart(2, '0')}`
await nurse.goto(`/entry?ou=${organisationUnits[0].id}&ds=${dataSets[0].id}&pe=${period}`)
const cell = nurse.locator('td.cell input.cell-input[type="text"]:not([readonly])').nth(3)
await cell.waitFor()
const old = await cell.inputValue()
await cell.fill(String(Number(old || 20) + 1))
await cell.press('Enter')
await nurse.getByText('All changes are saved').waitFor()
await take(nurse, 'entry')
await cell.fill(old)
await cell.press('Enter')
await nurse.getByText('All changes are saved').waitFor()

const admin = await visitor(desktop, 'admin', 'district')
const { dataElements } = await read(admin, '/api/dataElements?fields=id&filter=name:eq:Malaria confirmed')
await admin.goto(`/maintenance/dataElements/${dataElements[0].id}`)
await admin.locator('.object-form').waitFor()
await admin.waitForTimeout(1500)
await take(admin, 'maintenance')

const phone = await visitor({ width: 390, height: 844 }, 'minister', 'Tamarind#1')
await openDashboard(phone, 'Malaria')
await showTile(phone, 'Malaria suspected, tested and confirmed, last 12 months')
await take(phone, 'phone')
await browser.close()
