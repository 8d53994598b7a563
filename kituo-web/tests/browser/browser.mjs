/**
 * Starts Chromium for the browser tests. They run against the server at KITUO_URL, with the demo country and the user
 * admin/district; without KITUO_URL against the fixture in tests/fixture. SCREENSHOTS names a folder for pictures,
 * KITUO_SIZES the only size wanted.
 */
import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'node:test'
import { chromium } from 'playwright-core'
import { startFixture } from '../fixture/server.mjs'

const arguments_ = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
]

/** What a tile shows when it is done: a drawing, a table, a figure, words - or a message. */
export const SETTLED = 'svg, table, .single-value, .map-canvas[data-drawn="true"], .rich-text, .notice'

export const sizes = [
  { name: 'desktop', viewport: { width: 1366, height: 768 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
].filter(({ name }) => !process.env.KITUO_SIZES || process.env.KITUO_SIZES.includes(name))

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const screenshots = process.env.SCREENSHOTS

const launched = chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: arguments_ })
after(async () => (await launched).close())

/** The server under test, and the browser of this file's tests. With `fixture` the fixture in any case. */
export async function open({ fixture = !process.env.KITUO_URL } = {}) {
  const standIn = fixture ? await startFixture() : undefined
  const browser = await launched
  const contexts = []
  return {
    url: standIn?.url ?? process.env.KITUO_URL.replace(/\/$/, ''),
    /** A page of its own session that fails the test on any script error. */
    async newPage(viewport) {
      const context = await browser.newContext({ viewport, baseURL: this.url, locale: 'en-GB' })
      contexts.push(context)
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      page.on('pageerror', (error) => assert.fail(`script error on ${page.url()}: ${error.stack}`))
      return page
    },
    async close() {
      for (const context of contexts) await context.close()
      standIn?.close()
    },
  }
}

export async function logIn(page, username = 'admin', password = 'district') {
  await page.goto('/')
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor()
}

/** Reads JSON with the session of the page. */
export async function read(page, path) {
  const response = await page.request.get(path, { headers: { 'X-Requested-With': 'XMLHttpRequest' } })
  assert.ok(response.ok(), `GET ${path} answered ${response.status()}: ${await response.text()}`)
  return response.json()
}

/** Fails on every violation of WCAG 2.2 A and AA that axe calls serious or critical. */
export async function checkAccessibility(page, room) {
  await page.evaluate(axeSource)
  const violations = await page.evaluate(async () => {
    const result = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return result.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html.slice(0, 300)).join('\n  ')}`)
  })
  assert.deepEqual(violations, [], `${room}: ${violations.join('\n')}`)
}

/** No part of the page may stick out at the side. */
export async function checkNoSidewaysScroll(page, room) {
  const { wide, seen } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    seen: document.documentElement.clientWidth,
  }))
  assert.ok(wide <= seen, `${room} is ${wide} px wide on a screen of ${seen} px`)
}

export async function picture(page, name, options = {}) {
  if (!screenshots) return
  await mkdir(screenshots, { recursive: true })
  await page.screenshot({ path: join(screenshots, `${name}.png`), ...options })
}
