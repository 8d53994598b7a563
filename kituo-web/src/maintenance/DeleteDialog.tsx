import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'react-aria-components'
import { t } from '../app/messages.ts'
import { DialogBox } from '../ui/DialogBox.tsx'
import { type ListedObject, deleteObject, nameOf } from './object.ts'
import { Refused } from './Refused.tsx'
import { type Schema, pathOf } from './schema.ts'

interface DeleteDialogProps {
  readonly schema: Schema
  readonly object: ListedObject
  readonly onClose: () => void
  readonly onDeleted?: () => void
}

/** Asks before an object is deleted, and says why when the server keeps it. */
export function DeleteDialog({ schema, object, onClose, onDeleted }: DeleteDialogProps) {
  const client = useQueryClient()
  const path = pathOf(schema)
  const deletion = useMutation({
    mutationFn: () => deleteObject(path, object.id),
    onSuccess: async () => {
      onClose()
      onDeleted?.()
      await client.invalidateQueries({ queryKey: ['objects', path] })
    },
  })
  return (
    <DialogBox title={t('maintenance.deleteOf', { name: nameOf(object) })} onClose={onClose}>
      {deletion.error ? <Refused error={deletion.error} title={t('maintenance.notDeleted')} /> : <p>{t('maintenance.deleteText')}</p>}
      <div className="dialog-actions">
        <Button className="button" onPress={onClose} autoFocus>
          {deletion.error ? t('app.close') : t('app.cancel')}
        </Button>
        {!deletion.error && (
          <Button className="button button-danger" isDisabled={deletion.isPending} onPress={() => deletion.mutate()}>
            {t('maintenance.delete')}
          </Button>
        )}
      </div>
    </DialogBox>
  )
}
