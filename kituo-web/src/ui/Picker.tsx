import type { ReactNode } from 'react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'

export interface Choice {
  readonly id: string
  readonly name: string
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
}

/** One of several: a labelled button that opens a list. */
export function Picker(props: PickerProps) {
  const { label, placeholder, choices, value, onChange, isDisabled, emptyText, footer } = props
  return (
    <Select
      className="picker"
      placeholder={placeholder}
      value={value ?? null}
      isDisabled={isDisabled ?? false}
      onChange={(key) => {
        if (key !== null) onChange(String(key))
      }}
    >
      <Label className="picker-label">{label}</Label>
      <Button className="picker-button">
        <SelectValue className="picker-value" />
        <span className="picker-arrow" aria-hidden="true" />
      </Button>
      <Popover className="popover">
        <ListBox
          className="listbox"
          items={choices}
          renderEmptyState={() => <p className="listbox-empty">{emptyText ?? ''}</p>}
        >
          {(choice) => (
            <ListBoxItem className="listbox-item" id={choice.id} textValue={choice.name}>
              {choice.name}
            </ListBoxItem>
          )}
        </ListBox>
        {footer && <div className="popover-footer">{footer}</div>}
      </Popover>
    </Select>
  )
}
