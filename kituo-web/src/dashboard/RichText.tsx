import type { ReactNode } from 'react'

const MARKED = /(\*\*[^*]+\*\*|\*[^*]+\*|(?<!\w)_[^_]+_(?!\w)|https?:\/\/[^\s]+)/

/** The little markup of text items: `*bold*`, `_italic_`, addresses as links, empty lines between paragraphs. */
export function RichText({ text }: { readonly text: string }) {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '')
  return (
    <div className="rich-text">
      {paragraphs.map((paragraph, index) => (
        <p key={index}>{paragraph.split(MARKED).map(marked)}</p>
      ))}
    </div>
  )
}

function marked(part: string, index: number): ReactNode {
  if (/^https?:\/\//.test(part)) {
    return (
      <a key={index} href={part} target="_blank" rel="noreferrer">
        {part}
      </a>
    )
  }
  if (!MARKED.test(part)) return part
  const inner = part.replace(/^(\*\*|\*|_)|(\*\*|\*|_)$/g, '')
  return part.startsWith('_') ? <em key={index}>{inner}</em> : <strong key={index}>{inner}</strong>
}
