/** Login and finding one's way, at both sizes. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { checkAccessibility, checkNoSidewaysScroll, logIn, open, picture, read, SETTLED, sizes } from './browser.mjs'

for (const { name: size, viewport } of sizes) {
  describe(`rooms on a ${size}`, () => {
    let server
    let page
    before(async () => {
      server = await open()
      page = await server.newPage(viewport)
    })
    after(() => server.close())

    it('asks for a login, says when it is wrong, and lets the right one in', async () => {
      await page.goto('/')
      await page.getByLabel('Username').fill('admin')
      await page.getByLabel('Password').fill('not the password')
      await picture(page, `login-${size}`)
      await checkAccessibility(page, 'login')
      await checkNoSidewaysScroll(page, 'login')
      await page.getByRole('button', { name: 'Log in' }).click()
      await page.getByRole('alert').getByText('Username or password is wrong').waitFor()
      assert.equal(await page.getByLabel('Username').inputValue(), 'admin')
      await page.getByLabel('Password').fill('district')
      await page.getByRole('button', { name: 'Log in' }).click()
      await page.getByRole('navigation', { name: 'Rooms' }).waitFor()
    })

    it('switches to another dashboard by typing part of its name', async () => {
      const { dashboards } = await read(page, '/api/dashboards?fields=id,displayName&paging=false')
      const other = dashboards.find(({ id }) => !page.url().endsWith(id))
      await page.getByRole('button', { name: /Choose a dashboard/ }).click()
      await page.getByRole('listbox').getByRole('option').first().waitFor()
      await page.evaluate(() => window.scrollBy(0, 1)) // as a phone does that shows its keyboard
      await page.getByLabel('Find a dashboard').fill(other.displayName.slice(0, -1).toUpperCase())
      await page.getByRole('listbox').getByRole('option', { name: other.displayName }).click()
      await page.getByRole('heading', { level: 1, name: other.displayName }).waitFor()
      assert.ok(page.url().endsWith(`/dashboards/${other.id}`))
    })

    it('shows the figures of a chart as a table too', async () => {
      const { dashboards } = await read(page, '/api/dashboards?fields=id,displayName&paging=false')
      await page.goto(`/dashboards/${dashboards[0].id}`)
      await page.getByRole('button', { name: /^Show as table/ }).first().click()
      await page.locator('.tile table tbody td').first().waitFor()
      await page.getByRole('button', { name: /^Show as (chart|map)/ }).first().click()
    })
  })
}

describe('a figure saved elsewhere', () => {
  let server
  before(async () => {
    server = await open()
  })
  after(() => server.close())

  it('appears on an open dashboard by itself, without a flicker', async (test) => {
    const page = await server.newPage(sizes[0].viewport)
    await logIn(page)
    const found = await changeableFigure(page)
    if (!found) return test.skip('no dashboard shows last month of a data element by district')
    const { dashboard, title, field } = found
    await page.goto(`/dashboards/${dashboard}`)
    const tile = page.getByRole('article', { name: title })
    await tile.scrollIntoViewIfNeeded()
    const toTable = tile.getByRole('button', { name: /^Show as table/ })
    await tile.locator(SETTLED).first().waitFor()
    if (await toTable.count()) await toTable.click()
    const table = tile.locator('table')
    await table.waitFor()
    const before = await table.innerText()
    await table.evaluate((element) => {
      window.sameTable = element
    })
    const old = await save(page, field, '76543')
    try {
      await page.waitForFunction((text) => window.sameTable.innerText !== text, before, { timeout: 60_000 })
      assert.ok(await table.evaluate((element) => element === window.sameTable), 'the table was thrown away and drawn anew')
    } finally {
      await save(page, field, old)
    }
  })
})

/** Looks for a stored chart or table of a data element that includes the last month, and a field that feeds it. */
async function changeableFigure(page) {
  const { dashboards } = await read(page, '/api/dashboards?fields=id,dashboardItems[visualization[id]]&paging=false')
  const { dataSets } = await read(
    page,
    '/api/dataSets?fields=id,periodType,dataSetElements[dataElement[id,valueType,categoryCombo[id]]],categoryCombo[id],organisationUnits[id]&paging=false',
  )
  const { organisationUnits: roots } = await read(page, '/api/organisationUnits?level=1&fields=id&paging=false')
  const isEverywhere = (id) => /^(USER_ORGUNIT|LEVEL)/.test(id) || roots.some((root) => root.id === id)
  const items = dashboards.flatMap((dashboard) => dashboard.dashboardItems.map((item) => ({ dashboard: dashboard.id, item })))
  for (const { dashboard, item } of items.filter((each) => each.item.visualization)) {
    const axes = 'dimension,items[dimensionItem~rename(id)]'
    const stored = await read(
      page,
      `/api/visualizations/${item.visualization.id}?fields=displayName,type,columns[${axes}],rows[${axes}],filters[${axes}]`,
    )
    const dimensions = [...stored.columns, ...stored.rows, ...stored.filters]
    const of = (name) => dimensions.filter(({ dimension }) => dimension === name).flatMap((dimension) => dimension.items ?? [])
    const isYearly = stored.type.startsWith('YEAR_OVER_YEAR') || stored.type === 'SINGLE_VALUE'
    const coversLastMonth = of('pe').some(({ id }) => /^LAST_(MONTH|3_MONTHS|6_MONTHS|12_MONTHS)$/.test(id))
    const everywhere = of('ou').every(({ id }) => isEverywhere(id))
    if (isYearly || !coversLastMonth || !everywhere || dimensions.some(({ dimension }) => !['dx', 'pe', 'ou'].includes(dimension))) continue
    for (const { id } of of('dx')) {
      const dataSet = dataSets.find(
        (set) => set.periodType === 'Monthly' && set.organisationUnits?.length > 0 && set.dataSetElements.some(({ dataElement }) => dataElement.id === id),
      )
      const element = dataSet?.dataSetElements.find(({ dataElement }) => dataElement.id === id).dataElement
      if (!element || !/^(NUMBER|INTEGER)/.test(element.valueType)) continue
      const combo = await read(page, `/api/categoryCombos/${element.categoryCombo.id}?fields=categoryOptionCombos[id]`)
      const lastMonth = new Date()
      lastMonth.setDate(0)
      const pe = `${lastMonth.getFullYear()}${String(lastMonth.getMonth() + 1).padStart(2, '0')}`
      const field = { de: id, co: combo.categoryOptionCombos[0].id, ou: dataSet.organisationUnits[0].id, pe, ds: dataSet.id }
      return { dashboard, title: stored.displayName, field }
    }
  }
  return undefined
}

/** Saves a value as another client would; returns the value it replaces. */
async function save(page, field, value) {
  const { de, co, ou, pe, ds } = field
  const form = await read(page, `/api/dataEntry/dataValues?ds=${ds}&pe=${pe}&ou=${ou}`)
  const old = form.dataValues.find((each) => each.dataElement === de && each.categoryOptionCombo === co)?.value ?? ''
  const response = await page.request.post('/api/dataValues', {
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
    form: { de, co, ou, pe, ds, value },
  })
  assert.ok(response.ok(), `POST /api/dataValues answered ${response.status()}: ${await response.text()}`)
  return old
}
