import { t } from '../app/messages.ts'
import { NoticeBox } from '../ui/NoticeBox.tsx'
import { problemsIn } from './object.ts'

/** Why the server did not do what a dialog asked for; nothing when there is no error. */
export function Refused({ error, title = t('maintenance.refused') }: { readonly error: Error | null; readonly title?: string }) {
  if (!error) return null
  return (
    <NoticeBox title={title} tone="error" live>
      {problemsIn(error).map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
    </NoticeBox>
  )
}
