import { t } from '../app/messages.ts'

/** A quiet placeholder of the size of what is coming; read out only as "Loading". */
export function Loading({ label }: { readonly label?: string }) {
  return (
    <div className="loading" role="status">
      <span className="loading-bar" aria-hidden="true" />
      <span className="loading-bar loading-bar-short" aria-hidden="true" />
      <span className="loading-text">{label ?? t('app.loading')}</span>
    </div>
  )
}
