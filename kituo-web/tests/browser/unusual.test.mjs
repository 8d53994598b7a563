/** What no well-kept server shows: items that are refused or cannot be drawn. Always against the fixture. */
import { after, before, describe, it } from 'node:test'
import { checkAccessibility, logIn, open, sizes } from './browser.mjs'

describe('an item that cannot be shown', () => {
  let server
  before(async () => {
    server = await open({ fixture: true })
  })
  after(() => server.close())

  it('says why and what to do', async () => {
    const page = await server.newPage(sizes[0].viewport)
    await logIn(page)
    await page.goto('/dashboards/dashUnusual')
    const alert = page.getByRole('alert')
    await alert.getByText('(E7124)').waitFor()
    await alert.getByText('Technical detail').click()
    await alert.getByText('GET /api/analytics').waitFor()
    await page.getByText('BUBBLE is shown as a table').waitFor()
    await checkAccessibility(page, 'unusual items')
  })
})
