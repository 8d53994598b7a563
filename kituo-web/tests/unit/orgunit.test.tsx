import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { OrgUnitTree } from '../../src/orgunit/OrgUnitTree.tsx'
import type { OrgUnit } from '../../src/orgunit/orgUnit.ts'
import { units } from '../fixture/world.mjs'

const world = units as unknown as (OrgUnit & { parent?: string })[]
const roots = world.filter(({ level }) => level === 1)

function Tree({ start }: { readonly start?: OrgUnit }) {
  const [selected, setSelected] = useState(start)
  return (
    <QueryClientProvider client={new QueryClient()}>
      <OrgUnitTree roots={roots} selected={selected} onSelect={setSelected} />
    </QueryClientProvider>
  )
}

const item = (name: string) => screen.findByRole('treeitem', { name })
const focused = () => document.activeElement?.getAttribute('aria-label')

describe('the tree of organisation units', () => {
  beforeEach(() => {
    vi.stubGlobal('fetch', async (url: string) => {
      const parent = /parent\.id:eq:(\w+)/.exec(url)?.[1]
      const organisationUnits = world.filter((unit) => unit.parent === parent)
      return new Response(JSON.stringify({ organisationUnits }))
    })
  })
  afterEach(() => vi.unstubAllGlobals())

  it('opens a single root and loads children when a unit is opened', async () => {
    render(<Tree />)
    const district = await item('Akorabu')
    expect(district.getAttribute('aria-level')).toBe('2')
    expect(district.getAttribute('aria-expanded')).toBe('false')
    expect(screen.queryByRole('treeitem', { name: 'Akorabu Hospital' })).toBeNull()
    await userEvent.tab()
    await userEvent.keyboard('{ArrowDown}{ArrowRight}')
    const facility = await item('Akorabu Hospital')
    expect(facility.hasAttribute('aria-expanded')).toBe(false)
    expect(facility.getAttribute('aria-setsize')).toBe('3')
  })

  it('is driven by the keyboard with one tab stop', async () => {
    render(<Tree />)
    await item('Côte-Nord')
    expect(screen.getAllByRole('treeitem').filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1)
    await userEvent.tab()
    expect(focused()).toBe('Kandara')
    await userEvent.keyboard('{End}')
    expect(focused()).toBe('Côte-Nord')
    await userEvent.keyboard('{Home}b')
    expect(focused()).toBe('Benta Valley')
    await userEvent.keyboard('{ArrowLeft}')
    expect(focused()).toBe('Kandara')
    await userEvent.keyboard('{ArrowLeft}')
    expect(screen.getAllByRole('treeitem')).toHaveLength(1)
  })

  it('jumps to names without regard to accents, and selects with Enter', async () => {
    render(<Tree />)
    await item('Côte-Nord')
    await userEvent.tab()
    await userEvent.keyboard('cote{Enter}')
    expect((await item('Côte-Nord')).getAttribute('aria-selected')).toBe('true')
  })

  it('opens the way to the selected unit', async () => {
    const start = world.find(({ displayName }) => displayName === 'Benta Valley Clinic')
    render(<Tree start={start} />)
    expect((await item('Benta Valley Clinic')).getAttribute('aria-selected')).toBe('true')
  })
})
