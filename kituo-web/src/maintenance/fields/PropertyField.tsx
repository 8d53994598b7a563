import type { FC } from 'react'
import type { Kind } from '../fields.ts'
import { AttributesField } from './AttributesField.tsx'
import type { FieldProps } from './FieldFrame.tsx'
import { PartField, PartsField } from './PartsField.tsx'
import { ReferenceField } from './ReferenceField.tsx'
import {
  BooleanField,
  ConstantField,
  ConstantsField,
  DateField,
  JsonField,
  LongTextField,
  NumberField,
  TextField,
  WordsField,
} from './SimpleField.tsx'
import { TransferField } from './TransferField.tsx'

const editors: Readonly<Record<Kind, FC<FieldProps>>> = {
  text: TextField,
  longText: LongTextField,
  password: TextField,
  color: TextField,
  number: NumberField,
  boolean: BooleanField,
  constant: ConstantField,
  periodType: ConstantField,
  date: DateField,
  reference: ReferenceField,
  references: TransferField,
  constants: ConstantsField,
  words: WordsField,
  part: PartField,
  parts: PartsField,
  attributes: AttributesField,
  json: JsonField,
}

/** The editor for the kind of a property. */
export function PropertyField(props: FieldProps) {
  const Editor = editors[props.field.kind]
  return <Editor {...props} />
}
