import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../app/messages.ts'
import { usePeriodType } from '../period/calendar.ts'
import { today } from '../period/day.ts'
import { openPeriods, pageOfPeriods } from '../period/openPeriods.ts'
import { Picker } from '../ui/Picker.tsx'
import { type DataSet, type DataSetMetadata, type DataSetName, isDefaultCombo } from './dataSet.ts'

interface DataSetPickerProps {
  readonly dataSets: readonly DataSetName[]
  readonly value: string | undefined
  readonly onChange: (id: string) => void
}

export function DataSetPicker({ dataSets, value, onChange }: DataSetPickerProps) {
  return (
    <Picker
      label={t('entry.dataSet')}
      placeholder={t('entry.dataSet.choose')}
      choices={dataSets.map(({ id, displayName }) => ({ id, name: displayName }))}
      value={value}
      onChange={onChange}
    />
  )
}

interface PeriodPickerProps {
  readonly dataSet: DataSet
  readonly value: string | undefined
  readonly onChange: (id: string) => void
}

/** The periods of the data set's type, newest first; "Earlier periods" makes the list longer. */
export function PeriodPicker({ dataSet, value, onChange }: PeriodPickerProps) {
  const type = usePeriodType(dataSet.periodType)
  const [pages, setPages] = useState(1)
  const hasInputPeriods = (dataSet.dataInputPeriods ?? []).length > 0
  const choices = useMemo(() => {
    if (!type) return []
    const now = today()
    const rule = {
      openFuturePeriods: dataSet.openFuturePeriods ?? 0,
      dataInputPeriods: dataSet.dataInputPeriods ?? [],
    }
    const listed = openPeriods(type, rule, now, pages * pageOfPeriods(type, now))
    const chosen = value === undefined || listed.some(({ id }) => id === value) ? undefined : type.parse(value)
    return chosen ? [...listed, chosen] : listed
  }, [type, dataSet, pages, value])
  return (
    <Picker
      label={t('entry.period')}
      placeholder={t('entry.period.choose')}
      choices={choices}
      value={value}
      onChange={onChange}
      emptyText={t('entry.period.none')}
      footer={
        !hasInputPeriods && (
          <Button className="button button-small" onPress={() => setPages(pages + 1)}>
            {t('entry.period.earlier')}
          </Button>
        )
      }
    />
  )
}

interface AttributePickersProps {
  readonly metadata: DataSetMetadata
  readonly value: readonly string[]
  readonly onChange: (options: readonly string[]) => void
}

/** One selector per category of the data set's attributes; none for most data sets. */
export function AttributePickers({ metadata, value, onChange }: AttributePickersProps) {
  const combo = metadata.combos.get(metadata.dataSet.categoryCombo.id)
  if (!combo || isDefaultCombo(combo)) return null
  return combo.categories.map((category, index) => (
    <Picker
      key={category.id}
      label={category.displayName}
      placeholder={t('entry.option.choose')}
      choices={category.categoryOptions.map(({ id, displayName }) => ({ id, name: displayName }))}
      value={value[index] || undefined}
      onChange={(option) => onChange(combo.categories.map((_, at) => (at === index ? option : (value[at] ?? ''))))}
    />
  ))
}
