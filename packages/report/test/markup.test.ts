import {describe, expect, it} from 'vitest'
import type {Assessment} from '@hedgerow/assess'
import {isQuoted, report} from '@hedgerow/report'
import {script} from '../src/formats/html-script.ts'
import {nothingCompared, oneHolder} from './fixtures/edges.ts'
import {testLexicon} from './fixtures/lexicon.ts'
import {threeAuthorities} from './fixtures/three.ts'

const all: readonly Assessment[] = [threeAuthorities, oneHolder, nothingCompared]

function printed(assessment: Assessment, format: string): string {
  return [...report(assessment, format, {lexicon: testLexicon})].join('')
}

/** Every reading the report must quote. */
function quoted(assessment: Assessment): readonly string[] {
  const rows = assessment.topics.flatMap((topic) => topic.rows).filter(isQuoted)
  return rows.flatMap((row) =>
    Object.values(row.readings).flatMap((readings) => (readings ?? []).map(({text}) => text)),
  )
}

const named: Readonly<Record<string, string>> = {lt: '<', gt: '>', quot: '"', amp: '&'}

function fromHtml(source: string): string {
  return source
    .replace(/<\/?[a-z][^>]*>/g, '')
    .replace(/&(?:#x([0-9A-Fa-f]+)|(lt|gt|quot|amp));/g, (_, code: string | undefined, name: string | undefined) =>
      code === undefined ? (named[name ?? ''] ?? '') : String.fromCodePoint(Number.parseInt(code, 16)),
    )
}

/** Block quotes with their marks and escapes taken off. */
function fromMarkdown(source: string): string {
  return source
    .replace(/^> /gm, '')
    .replace(/(?<!\\)\*\*/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
}

describe('quotation', () => {
  it('keeps every reading exactly in HTML', () => {
    for (const assessment of all)
      for (const text of quoted(assessment)) expect(fromHtml(printed(assessment, 'html'))).toContain(text)
  })
  it('keeps every reading exactly in Markdown', () => {
    for (const assessment of all)
      for (const text of quoted(assessment)) expect(fromMarkdown(printed(assessment, 'markdown'))).toContain(text)
  })
  it('marks the differing words', () => {
    expect(printed(threeAuthorities, 'html')).toContain('within <mark>5 working days</mark> of')
    expect(printed(threeAuthorities, 'markdown')).toContain('within **5 working days** of')
    expect(printed(threeAuthorities, 'markdown')).toContain('\\***star**\\*')
  })
})

describe('html', () => {
  for (const [index, assessment] of all.entries()) {
    const page = printed(assessment, 'html')
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    it(`has an id for every link, each once (${index})`, () => {
      const targets = [...page.matchAll(/ href="([^"]*)"/g)].map(([, target]) => target)
      expect(targets.every((target) => target?.startsWith('#'))).toBe(true)
      expect(targets.filter((target) => !ids.includes(target?.slice(1)))).toEqual([])
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    })
    it(`asks for nothing from anywhere (${index})`, () => {
      const tags = page.replace(`<script>${script}</script>`, '').match(/<[a-z][^>]*>/g) ?? []
      expect(tags.filter((tag) => /https?:|\/\/|<script|<img|<link|url\(/i.test(tag))).toEqual([])
      expect(page.replaceAll('&#x27;', "'")).toContain("default-src 'none'; style-src 'unsafe-inline'")
    })
  }
  it('gives every finding that is quoted an id', () => {
    const page = printed(threeAuthorities, 'html')
    const findings = threeAuthorities.topics.flatMap(({id, rows}) =>
      rows.filter(isQuoted).flatMap((row) => row.findings.map((each) => `finding--${id}--${each.id}`)),
    )
    expect(findings.filter((id) => !page.includes(` id="${id}"`))).toEqual([])
  })
  it('obeys nothing a document says', () => {
    expect(printed(threeAuthorities, 'html').replace(`<script>${script}</script>`, '')).not.toContain('<script')
    // Inside the quotes of an attribute a bracket is text.
    expect(printed(oneHolder, 'html').replace(/="[^"]*"/g, '')).not.toContain('<Sons>')
  })
  it('gives tables captions and scopes', () => {
    const page = printed(threeAuthorities, 'html')
    expect(page.match(/<table/g)?.length).toBe(page.match(/<caption/g)?.length)
    expect(page).not.toContain('<th>')
  })
})
