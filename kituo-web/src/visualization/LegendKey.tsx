import { t } from '../app/messages.ts'
import type { LegendSet } from './visualization.ts'

/** What the colours mean, in words and numbers. */
export function LegendKey({ set }: { readonly set: LegendSet }) {
  return (
    <div className="legend-key">
      <span className="legend-key-title">{set.displayName || t('visualization.legend')}</span>
      <ul>
        {set.legends.map((legend) => (
          <li key={legend.id}>
            <span className="swatch" style={{ background: legend.color }} aria-hidden="true" />
            {legend.displayName}
          </li>
        ))}
      </ul>
    </div>
  )
}
