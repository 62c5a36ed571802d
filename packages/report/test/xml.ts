/** An element of XML as a plain object. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

const named: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}

const unescaped = (words: string): string =>
  words.replace(/&(?:#(\d+)|(\w+));/gu, (_, code: string | undefined, name: string) =>
    code === undefined ? (named[name] as string) : String.fromCodePoint(Number(code)),
  )

/** XML as a tree. Throws for what is not well formed: a tag left open, a bare `&` or `<`, an attribute without quotation marks, a control character. */
export const xmlTree = (xml: string): Element => {
  if (/[^\P{Cc}\n\t\r]/u.test(xml)) throw new Error('Expected no control characters')
  const body = xml.replace(/^<\?xml [^>]*\?>\s*/u, '')
  const open: {name: string; attributes: Record<string, string>; children: Element[]; text: string}[] = [
    {name: '', attributes: {}, children: [], text: ''},
  ]
  for (const [piece] of body.matchAll(/<[^<>]*>|[^<>]+|[<>]/gu)) {
    const top = open.at(-1) as (typeof open)[number]
    if (!piece.startsWith('<')) {
      if (/&(?!#\d+;|\w+;)|[<>]/u.test(piece)) throw new Error(`Unexpected ${piece}`)
      top.text += unescaped(piece)
    } else if (piece.startsWith('</')) {
      if (piece !== `</${top.name}>`) throw new Error(`Expected </${top.name}>, got ${piece}`)
      open.pop()
    } else {
      const [, name = '', rest = '', close = ''] = /^<([\w-]+)((?:\s+[\w-]+="[^"]*")*)(\/?)>$/u.exec(piece) ?? []
      if (name === '') throw new Error(`Unexpected ${piece}`)
      const attributes = Object.fromEntries(
        [...rest.matchAll(/([\w-]+)="([^"]*)"/gu)].map(([, key, value]) => [key, unescaped(value as string)]),
      )
      const element = {name, attributes, children: [] as Element[], text: ''}
      top.children.push(element)
      if (close === '') open.push(element)
    }
  }
  if (open.length !== 1) throw new Error(`Expected </${open.at(-1)?.name}>`)
  return (open[0] as (typeof open)[number]).children[0] as Element
}
