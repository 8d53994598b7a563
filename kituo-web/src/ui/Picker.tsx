import type { ReactNode } from 'react'
import {
  Autocomplete,
  Button,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  Select,
  SelectValue,
} from 'react-aria-components'
import { plain } from './plain.ts'

export interface Choice {
  readonly id: string
  readonly name: string
  /** Drawn after the name, but not part of what is searched and read out. */
  readonly mark?: ReactNode
}

interface PickerProps {
  readonly label: string
  readonly placeholder: string
  readonly choices: readonly Choice[]
  readonly value: string | undefined
  readonly onChange: (id: string) => void
  readonly isDisabled?: boolean
  /** What stands in the open list when there is nothing to choose. */
  readonly emptyText?: string
  /** Below the open list, for example a button that lengthens it. */
  readonly footer?: ReactNode
  /** Label of a search box over the list, which shrinks to what is typed; without it there is none. */
  readonly search?: string
  /** Given when the caller finds the choices for what is typed; otherwise the names of all choices are compared. */
  readonly onSearch?: (text: string) => void
  /** The name of the value while it is not among the choices. */
  readonly valueName?: string
  readonly className?: string
}

/**
 * One of several: a labelled button that opens a list. The page behind the open list is held still. (A combo box was
 * here before; its list went away under the finger whenever the page scrolled by a pixel, as it does when a phone shows
 * its keyboard.)
 */
export function Picker(props: PickerProps) {
  const { label, placeholder, choices, value, onChange, isDisabled, emptyText, footer, search, onSearch, className } = props
  const { valueName } = props
  const list = (
    <ListBox className="listbox" items={choices} renderEmptyState={() => <p className="listbox-empty">{emptyText ?? ''}</p>}>
      {(choice) => (
        <ListBoxItem className="listbox-item" id={choice.id} textValue={choice.name}>
          {choice.name}
          {choice.mark}
        </ListBoxItem>
      )}
    </ListBox>
  )
  return (
    <Select
      className={className ? `picker ${className}` : 'picker'}
      placeholder={placeholder}
      value={value ?? null}
      isDisabled={isDisabled ?? false}
      onChange={(key) => {
        if (key !== null) onChange(String(key))
      }}
    >
      <Label className="picker-label">{label}</Label>
      <Button className="picker-button">
        <SelectValue className="picker-value">
          {({ selectedText, defaultChildren }) => selectedText || valueName || defaultChildren}
        </SelectValue>
        <span className="picker-arrow" aria-hidden="true" />
      </Button>
      <Popover className="popover">
        {search === undefined ? (
          list
        ) : (
          <Autocomplete
            {...(onSearch ? { onInputChange: onSearch } : { filter: (name, typed) => plain(name).includes(plain(typed)) })}
          >
            <SearchField className="field popover-search" aria-label={search} autoFocus>
              <Input placeholder={search} />
            </SearchField>
            {list}
          </Autocomplete>
        )}
        {footer && <div className="popover-footer">{footer}</div>}
      </Popover>
    </Select>
  )
}
