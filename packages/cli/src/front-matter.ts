import {parse} from 'yaml'

/** What the front matter of some Markdown says, by key; nothing where it has none or it is no YAML. */
export const frontMatterOf = (markdown: Uint8Array): Readonly<Record<string, unknown>> => {
  const text = new TextDecoder().decode(markdown)
  const [, front] = /^\uFEFF?---\r?\n(.*?)\r?\n---\r?\n/su.exec(text) ?? []
  if (front === undefined) return {}
  try {
    const found: unknown = parse(front)
    return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
