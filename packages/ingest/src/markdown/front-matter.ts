/** Values that YAML reads as they stand, whoever reads it: words, a day. */
const plain = /^(?:\p{L}[\p{L}\p{N}’]*(?:[ ._-][\p{L}\p{N}’]+)*|\d{4}-\d{2}-\d{2})$/u
const notPlain = /^(?:true|false|null|yes|no|on|off|y|n|[\da-f]{64})$/iu

type Value = string | readonly string[] | null

/** Lines of YAML between `---`, a key each, those with null or an empty list left out. */
export const frontMatter = (entries: readonly (readonly [key: string, value: Value])[]): string =>
  ['---', ...entries.flatMap(([key, value]) => entryLines(key, value)), '---'].join('\n')

const entryLines = (key: string, value: Value): readonly string[] => {
  if (value === null) return []
  if (typeof value === 'string') return [`${key}: ${yamlText(value)}`]
  return value.length === 0 ? [] : [`${key}: [${value.map(yamlText).join(', ')}]`]
}

const yamlText = (value: string): string =>
  plain.test(value) && !notPlain.test(value)
    ? value
    : // What the Markdown reader would overwrite as a leftover of a wiki or a word processor is written as its number.
      JSON.stringify(value).replace(
        /[<[]|(?<=\/)\/|[\u0085\u2028\u2029\uE000]/gu,
        (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
