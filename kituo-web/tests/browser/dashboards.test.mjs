/** Every item of every dashboard, at both sizes: the server answers it without an error, and it is drawn. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { checkAccessibility, checkNoSidewaysScroll, logIn, open, picture, read, SETTLED, sizes } from './browser.mjs'

for (const { name: size, viewport } of sizes) {
  describe(`dashboards on a ${size}`, () => {
    let server
    let page
    const refused = []
    before(async () => {
      server = await open()
      page = await server.newPage(viewport)
      await logIn(page)
      page.on('response', (response) => {
        if (response.status() >= 400 && response.url().includes('/api/')) refused.push(`${response.status()} ${response.url()}`)
      })
    })
    after(() => server.close())

    it('draws every item of every dashboard', async () => {
      const { dashboards } = await read(page, '/api/dashboards?fields=id,displayName,dashboardItems[text]&paging=false')
      assert.ok(dashboards.length > 0, 'there are no dashboards')
      for (const { id, displayName, dashboardItems } of dashboards) {
        await page.goto(`/dashboards/${id}`)
        await page.getByRole('heading', { level: 1, name: displayName, exact: true }).waitFor()
        const tiles = await page.locator('.tile').all()
        const shown = dashboardItems.filter(({ text }) => text !== 'SPACER_ITEM_FOR_DASHBOARD_LAYOUT_CONVENIENCE')
        assert.equal(tiles.length, shown.length, `${displayName} lacks items`)
        for (const tile of tiles) {
          await tile.scrollIntoViewIfNeeded()
          await tile.locator(SETTLED).first().waitFor()
          assert.equal(await tile.getByRole('alert').count(), 0, `${displayName}: ${await tile.innerText()}`)
        }
        assert.deepEqual(refused, [], `${displayName} asks for what is refused`)
        await checkNoSidewaysScroll(page, displayName)
        await checkAccessibility(page, displayName)
        await page.evaluate(() => window.scrollTo(0, 0))
        await picture(page, `dashboard-${id}-${size}`)
      }
    })
  })
}
