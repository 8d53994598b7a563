/** Data entry: choosing a form, typing as in a spreadsheet, and what happens when the line or the session is lost. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { checkAccessibility, checkNoSidewaysScroll, logIn, open, picture, read, sizes } from './browser.mjs'

const NUMBERS = 'td.cell input.cell-input[type="text"]:not([readonly])'

/** A monthly form with attributes left to their default, and a unit that reports it. */
async function someForm(page) {
  const { dataSets } = await read(
    page,
    '/api/dataSets?fields=id,displayName,periodType,categoryCombo[id],dataSetElements[dataElement[id,valueType]],organisationUnits[id,displayName,leaf]&paging=false',
  )
  const numeric = (set) => set.dataSetElements.filter(({ dataElement }) => /^(NUMBER|INTEGER)/.test(dataElement.valueType)).length
  const dataSet = dataSets
    .filter((set) => set.periodType === 'Monthly' && set.categoryCombo.id === 'bjDvmb4bfuf' && set.organisationUnits.length > 0)
    .sort((a, b) => numeric(b) - numeric(a))[0]
  assert.ok(dataSet, 'there is no monthly data set with organisation units')
  return { dataSet, unit: dataSet.organisationUnits[0] }
}

async function state(cell) {
  return cell.evaluate((input) => input.closest('td').className)
}

async function waitForState(cell, wanted) {
  const td = await cell.evaluateHandle((input) => input.closest('td'))
  await cell.page().waitForFunction(([element, name]) => element.classList.contains(name), [td, `cell-${wanted}`])
}

for (const { name: size, viewport } of sizes) {
  describe(`data entry on a ${size}`, () => {
    let server
    let page
    let chosen
    before(async () => {
      server = await open()
      page = await server.newPage(viewport)
      await logIn(page)
      chosen = await someForm(page)
    })
    after(() => server.close())

    it('leads from the organisation unit to the form', async () => {
      await page.getByRole('link', { name: 'Data entry' }).click()
      await page.getByRole('tree', { name: 'Organisation units' }).waitFor()
      await checkAccessibility(page, 'choosing a form')
      await picture(page, `entry-start-${size}`)
      await page.getByLabel('Find an organisation unit').fill(chosen.unit.displayName)
      await page.getByRole('button', { name: chosen.unit.displayName }).first().click()
      const dataSets = page.getByRole('button', { name: /Data set/ })
      await dataSets.waitFor()
      await dataSets.click()
      await page.getByRole('listbox').getByRole('option', { name: chosen.dataSet.displayName, exact: true }).click()
      await page.getByRole('button', { name: /Period/ }).click()
      await page.getByRole('listbox').getByRole('option').nth(1).click()
      await page.locator(NUMBERS).first().waitFor()
      await checkNoSidewaysScroll(page, 'a form')
    })

    it('saves each cell as it is left, by keyboard alone', async () => {
      const cells = page.locator(NUMBERS)
      const first = cells.first()
      const old = await first.inputValue()
      await first.focus()
      await page.keyboard.type('12')
      await page.keyboard.press('Enter')
      await waitForState(first, 'saved')
      assert.equal(await first.evaluate((input) => input === document.activeElement), false, 'Enter did not move on')
      await page.keyboard.press('ArrowUp')
      assert.equal(await first.evaluate((input) => input === document.activeElement), true, 'the arrow did not come back')
      await page.keyboard.type('34')
      assert.equal(await first.inputValue(), '34', 'typing did not replace')
      await page.keyboard.press('Escape')
      assert.equal(await first.inputValue(), '12', 'Escape did not undo')
      await page.keyboard.press('Tab')
      assert.equal(await cells.nth(1).evaluate((input) => input === document.activeElement), true, 'Tab did not go right')
      await page.getByText('All changes are saved').waitFor()
      await page.reload()
      await cells.first().waitFor()
      assert.equal(await cells.first().inputValue(), '12', 'the figure was not kept')
      await cells.first().fill(old)
      await page.keyboard.press('Enter')
      await page.getByText('All changes are saved').waitFor()
    })

    it('marks what cannot be right, and lets go of it with Escape', async () => {
      const cell = page.locator(NUMBERS).first()
      const old = await cell.inputValue()
      await cell.fill('many')
      await page.keyboard.press('Enter')
      await waitForState(cell, 'rejected')
      assert.equal(await cell.getAttribute('aria-invalid'), 'true')
      await picture(page, `entry-rejected-${size}`)
      await checkAccessibility(page, 'a form with a rejected figure')
      await cell.focus()
      await page.keyboard.press('Escape')
      assert.equal(await cell.inputValue(), old)
    })

    it('keeps figures while there is no line and sends them afterwards', async () => {
      const cell = page.locator(NUMBERS).first()
      const old = await cell.inputValue()
      await page.context().setOffline(true)
      await cell.fill('56')
      await page.keyboard.press('Enter')
      await waitForState(cell, 'queued')
      await page.locator('.form-status').getByText('1 waiting for the connection').waitFor()
      await picture(page, `entry-offline-${size}`)
      await page.context().setOffline(false)
      await waitForState(cell, 'saved')
      await cell.fill(old)
      await page.keyboard.press('Enter')
      await page.getByText('All changes are saved').waitFor()
    })

    it('asks for the login again without losing what was typed', async () => {
      const cell = page.locator(NUMBERS).first()
      const old = await cell.inputValue()
      await page.context().clearCookies()
      await cell.fill('78')
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog', { name: 'Log in again' })
      await dialog.getByLabel('Password').fill('district')
      await checkAccessibility(page, 'logging in again')
      await dialog.getByRole('button', { name: 'Log in' }).click()
      await dialog.waitFor({ state: 'detached' })
      await waitForState(cell, 'saved')
      assert.equal(await cell.inputValue(), '78')
      await cell.fill(old)
      await page.keyboard.press('Enter')
      await page.getByText('All changes are saved').waitFor()
    })

    it('has a question about a figure asked, answered and closed', { skip: !process.env.KITUO_URL }, async () => {
      const cell = page.locator(NUMBERS).first()
      const dialog = page.getByRole('dialog', { name: /Questions about/ })
      const question = `In packets or in tablets? (${Date.now()})` // a cell keeps what was asked before
      const say = async (label, words, button) => {
        await dialog.getByLabel(label).fill(words)
        await dialog.getByRole('button', { name: button, exact: true }).click()
        await dialog.waitFor({ state: 'detached' })
      }
      await cell.focus()
      await page.keyboard.press('Shift+F2')
      assert.equal(await dialog.getByRole('button', { name: 'Ask', exact: true }).isDisabled(), true, 'an empty question')
      await say('What do you want to know', question, 'Ask')
      await page.getByRole('button', { name: /a question waits for an answer/ }).first().click()
      await dialog.getByText(question).waitFor()
      await checkAccessibility(page, 'a question about a figure')
      await picture(page, `entry-question-${size}`)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await checkAccessibility(page, 'a form with a question about a figure')
      await page.getByRole('button', { name: /a question waits for an answer/ }).first().click()
      await say('What do you say?', `Tablets: ${question}`, 'Answer')
      await page.getByRole('button', { name: /a question was answered/ }).first().click()
      await dialog.getByText(`Tablets: ${question}`).waitFor()
      await dialog.getByRole('button', { name: 'Close the question' }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByRole('button', { name: /a question was answered/ }).waitFor({ state: 'detached' })
    })

    it('is accessible and fits the screen', async () => {
      const cells = page.locator(NUMBERS)
      const count = Math.min(8, await cells.count())
      const old = []
      for (let index = 0; index < count; index++) {
        old.push(await cells.nth(index).inputValue())
        await cells.nth(index).fill(String(11 + 7 * index))
      }
      await cells.nth(count - 1).press('Enter')
      await page.getByText('All changes are saved').waitFor()
      await checkAccessibility(page, 'a form')
      await checkNoSidewaysScroll(page, 'a form')
      await page.evaluate(() => window.scrollTo(0, 0))
      await picture(page, `entry-${size}`)
      for (let index = 0; index < count; index++) await cells.nth(index).fill(old[index])
      await cells.nth(count - 1).press('Enter')
      await page.getByText('All changes are saved').waitFor()
      assert.match(await state(cells.first()), /cell-(saved|plain|outside)/)
    })
  })
}
