/** Maintenance of metadata; only against a real server, whose schema it follows. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { checkAccessibility, checkNoSidewaysScroll, logIn, open, picture, read, sizes } from './browser.mjs'

const NAME = 'Bicycles in use'

/** Goes to an address as a link in the application does, without loading the page. */
async function goInside(page, address) {
  await page.evaluate((to) => {
    window.history.pushState(null, '', to)
    window.dispatchEvent(new PopStateEvent('popstate'))
  }, address)
}

for (const { name: size, viewport } of sizes) {
  describe(`maintenance on a ${size}`, { skip: !process.env.KITUO_URL && 'needs a server' }, () => {
    let server
    let page
    before(async () => {
      server = await open()
      page = await server.newPage(viewport)
      await logIn(page)
    })
    after(() => server.close())

    const save = () => page.getByRole('button', { name: 'Save', exact: true })
    const dialog = (name) => page.getByRole('dialog', { name })

    it('leads to the objects of a type', async () => {
      await page.getByRole('link', { name: 'Maintenance' }).click()
      await page.getByRole('heading', { level: 1, name: 'Maintenance' }).waitFor()
      await checkAccessibility(page, 'maintenance')
      await checkNoSidewaysScroll(page, 'maintenance')
      await picture(page, `maintenance-start-${size}`)
      await page.getByRole('main').getByRole('link', { name: 'Data elements', exact: true }).click()
      await page.getByRole('columnheader', { name: 'Name' }).waitFor()
      await checkAccessibility(page, 'list of data elements')
      await checkNoSidewaysScroll(page, 'list of data elements')
      await picture(page, `maintenance-list-${size}`)
    })

    it('says all that is missing, and makes an object', async () => {
      await page.getByRole('link', { name: 'New' }).click()
      await page.getByLabel('Name (required)', { exact: true }).fill(NAME)
      await save().click()
      const alert = page.getByRole('alert')
      await alert.getByText('Value type:').waitFor()
      assert.equal(await page.getByLabel('Value type (required)').getAttribute('aria-invalid'), 'true')
      await checkAccessibility(page, 'a refused form')
      await page.getByLabel('Short name (required)').fill(NAME)
      await page.getByLabel('Domain type (required)').selectOption('AGGREGATE')
      await page.getByLabel('Value type (required)').selectOption('INTEGER')
      await page.getByLabel('Aggregation type (required)').selectOption('SUM')
      await save().click()
      await page.getByRole('heading', { level: 1, name: NAME }).waitFor()
      await checkAccessibility(page, 'a form')
      await checkNoSidewaysScroll(page, 'a form')
      await picture(page, `maintenance-form-${size}`)
    })

    it('changes it, with a reference and a list of references found by name', async () => {
      const { legendSets } = await read(page, '/api/legendSets?fields=id,displayName&pageSize=1')
      const { categoryCombos } = await read(page, '/api/categoryCombos?fields=id,displayName&filter=name:!eq:default&pageSize=1')
      const [combo] = categoryCombos
      await page.getByLabel('Description').fill('Counted on the last day of the month')
      await page.getByRole('button', { name: /Category combo/ }).click()
      await page.getByLabel('Find: Category combo').fill(combo.displayName)
      await page.getByRole('listbox').getByRole('option', { name: combo.displayName, exact: true }).click()
      const sets = page.getByRole('region', { name: 'Legend sets' })
      await sets.getByLabel('Find: Legend sets').fill(legendSets[0].displayName)
      await sets.getByRole('option', { name: legendSets[0].displayName, exact: true }).click()
      await sets.getByRole('button', { name: /^Add/ }).click()
      await page.getByText('Changed and not saved yet: 3').waitFor()
      await save().click()
      await page.getByText('All changes are saved').waitFor()
      const id = page.url().split('/').at(-1)
      const stored = await read(page, `/api/dataElements/${id}?fields=description,categoryCombo[id],legendSets[id]`)
      assert.deepEqual(stored, {
        description: 'Counted on the last day of the month',
        categoryCombo: { id: combo.id },
        legendSets: [{ id: legendSets[0].id }],
      })
    })

    it('translates it', async () => {
      await page.getByRole('button', { name: 'Translate' }).click()
      const translations = dialog(`Translations: ${NAME}`)
      await translations.getByRole('button', { name: /Language/ }).click()
      await page.getByLabel('Find a language').fill('french')
      await page.getByRole('listbox').getByRole('option', { name: 'French' }).click()
      await translations.getByLabel('Name', { exact: true }).fill('Vélos en service')
      await checkAccessibility(page, 'translations')
      await translations.getByRole('button', { name: 'Save' }).click()
      await translations.waitFor({ state: 'detached' })
      const id = page.url().split('/').at(-1)
      const { translations: stored } = await read(page, `/api/dataElements/${id}?fields=translations`)
      assert.deepEqual(stored, [{ property: 'NAME', locale: 'fr', value: 'Vélos en service' }])
    })

    it('shares it', async () => {
      const { users } = await read(page, '/api/users?fields=id,displayName&filter=username:!eq:admin&pageSize=1')
      await page.getByRole('button', { name: 'Sharing' }).click()
      const sharing = dialog(`Sharing: ${NAME}`)
      await sharing.getByRole('listitem').filter({ hasText: 'All users' }).getByLabel('Metadata').selectOption('No access')
      await sharing.getByRole('button', { name: /Give access/ }).click()
      await page.getByLabel('Find a user or group').fill(users[0].displayName)
      await page.getByRole('listbox').getByRole('option', { name: users[0].displayName }).click()
      await sharing.getByRole('listitem').filter({ hasText: users[0].displayName }).getByLabel('Metadata').selectOption('View and edit')
      await checkAccessibility(page, 'sharing')
      await picture(page, `maintenance-sharing-${size}`)
      await sharing.getByRole('button', { name: 'Save' }).click()
      await sharing.waitFor({ state: 'detached' })
      const id = page.url().split('/').at(-1)
      const { sharing: stored } = await read(page, `/api/dataElements/${id}?fields=sharing`)
      assert.equal(stored.public, '--------')
      assert.deepEqual(Object.values(stored.users).map(({ id, access }) => [id, access]), [[users[0].id, 'rw------']])
    })

    it('shows what it was, and makes it so again', async () => {
      await page.getByLabel('Description').fill('Changed by mistake')
      await save().click()
      await page.getByText('All changes are saved').waitFor()
      await page.getByRole('button', { name: 'History' }).click()
      const history = dialog(`History: ${NAME}`)
      await history.getByText('Changed by mistake').first().waitFor()
      await checkAccessibility(page, 'the history of an object')
      await history.getByRole('button', { name: /^Restore what it was/ }).first().click()
      await history.getByText('These changes are undone').waitFor()
      await history.getByText('Changed by mistake').waitFor()
      await history.getByRole('button', { name: 'Restore', exact: true }).click()
      await history.waitFor({ state: 'detached' })
      const id = page.url().split('/').at(-1)
      const { description } = await read(page, `/api/dataElements/${id}?fields=description`)
      assert.equal(description, 'Counted on the last day of the month')
    })

    it('deletes it, found in the list', async () => {
      await page.getByRole('link', { name: 'Back to the list' }).click()
      await page.getByLabel('Search by name, code or ID').fill(NAME.toUpperCase())
      await page.getByText('Page 1 of 1, 1 in all').waitFor()
      await page.getByRole('button', { name: `Actions for ${NAME}` }).click()
      await page.getByRole('menuitem', { name: 'Delete' }).click()
      await dialog(`Delete ${NAME}?`).getByRole('button', { name: 'Delete' }).click()
      await page.getByText('Nothing matches.').waitFor()
    })

    it('says why something cannot be deleted', async () => {
      await page.goto('/maintenance/categoryCombos?q=default')
      await page.getByRole('button', { name: 'Actions for default' }).click()
      await page.getByRole('menuitem', { name: 'Delete' }).click()
      const deletion = dialog('Delete default?')
      await deletion.getByRole('button', { name: 'Delete' }).click()
      await deletion.getByRole('alert').getByText('(E4030)').waitFor()
      await picture(page, `maintenance-refused-${size}`)
      await deletion.getByRole('button', { name: 'Close' }).click()
    })

    it('asks before changes are lost', async () => {
      await page.goto('/maintenance/constants/new')
      await page.getByLabel('Name (required)', { exact: true }).fill('Pi')
      page.once('dialog', (question) => void question.dismiss())
      await page.getByRole('link', { name: 'Back to the list' }).click()
      assert.equal(await page.getByLabel('Name (required)', { exact: true }).inputValue(), 'Pi')
      page.once('dialog', (question) => void question.accept())
      await page.getByRole('link', { name: 'Back to the list' }).click()
      await page.getByRole('heading', { level: 1, name: 'Constants' }).waitFor()
    })
  })
}

describe('every type', { skip: !process.env.KITUO_URL && 'needs a server' }, () => {
  let server
  before(async () => {
    server = await open()
  })
  after(() => server.close())

  it('has a list and a form for a new object', async () => {
    const page = await server.newPage(sizes[0].viewport)
    await logIn(page)
    const { schemas } = await read(page, '/api/schemas?fields=metadata,embeddedObject,relativeApiEndpoint')
    const listed = schemas.filter((schema) => schema.metadata && !schema.embeddedObject && schema.relativeApiEndpoint)
    assert.ok(listed.length >= 70, `only ${listed.length} types have lists`)
    await page.goto('/maintenance')
    for (const { relativeApiEndpoint } of listed) {
      await goInside(page, `/maintenance${relativeApiEndpoint}`)
      await page.locator('.object-form').waitFor({ state: 'detached' })
      await page.locator('.data-table tbody tr, .notice').first().waitFor()
      assert.equal(await page.getByRole('alert').count(), 0, `${relativeApiEndpoint}: ${await page.locator('main').innerText()}`)
      const first = page.locator('.data-table tbody a').first()
      const address = (await first.count()) > 0 ? await first.getAttribute('href') : `/maintenance${relativeApiEndpoint}/new`
      await goInside(page, address)
      await page.locator('.object-form').waitFor()
      assert.equal(await page.getByRole('alert').count(), 0, `${address}: ${await page.locator('main').innerText()}`)
    }
  })

  it('is not offered to somebody who only looks at dashboards', async () => {
    const page = await server.newPage(sizes[0].viewport)
    await logIn(page, 'minister', 'Tamarind#1')
    assert.equal(await page.getByRole('link', { name: 'Maintenance' }).count(), 0)
  })
})
