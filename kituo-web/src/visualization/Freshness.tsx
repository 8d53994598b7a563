import { languageTag, t } from '../app/messages.ts'
import type { Figures } from './useFigures.ts'

/** How old the figures are, in one quiet line; a plain word when they can no longer be kept up to date. */
export function Freshness({ figures }: { readonly figures: Figures }) {
  const { asOf, error } = figures
  if (!asOf) return null
  const time = new Intl.DateTimeFormat(languageTag(), { timeStyle: 'medium' }).format(asOf)
  return (
    <p className={error ? 'freshness freshness-stale' : 'freshness'} title={t('dashboard.updating')}>
      {t(error ? 'dashboard.stale' : 'dashboard.asOf', { time })}
    </p>
  )
}
