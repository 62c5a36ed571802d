import type {Assessment} from '@hedgerow/assess'
import {describe, expect, test} from 'vitest'
import {distance, nearest} from '../src/suggest.ts'
import {folderOf, missing, pair, run} from './support/run.ts'

const refused = async (yaml: string, file = 'hedgerow.yaml') => {
  const {code, stdout, stderr} = await run(['report', '.'], {cwd: folderOf({...pair, [file]: yaml})})
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).not.toMatch(/\n\s+at /u)
  return stderr
}

describe('hedgerow.yaml and authority.yaml', () => {
  test('that are not YAML are refused with file and line', async () => {
    expect(await refused('region: Vale\ntopics: {a: [b\nlimits: x\n')).toMatch(
      /hedgerow\.yaml:3:\d+: This is not YAML: .*Check the indentation/u,
    )
    expect(await refused('name: "Ashby\n', 'ashby/authority.yaml')).toMatch(
      /ashby\/authority\.yaml:\d+:\d+: This is not YAML/u,
    )
  })

  test('with an unknown key are refused with line and suggestion', async () => {
    expect(await refused('region: Vale\nstandrads: [national]\n')).toBe(
      'hedgerow: hedgerow.yaml:2: Unexpected key standrads, expected one of region, topics, standards, severities, limits, weights. Did you mean standards?\n',
    )
    expect(await refused('name: Ashby Council\nneighbors: [brindle]\n', 'ashby/authority.yaml')).toMatch(
      /authority\.yaml:2: Unexpected key neighbors.*Did you mean neighbours\?/u,
    )
  })

  test('tell all their faults at once', async () => {
    const told = await refused(
      'severities: {dedline: error, local: of}\nlimits: {file-megabytes: many}\nweights: {no-such: 1}\n',
    )
    expect(told.trim().split('\n')).toHaveLength(4)
    expect(told).toContain('Did you mean deadline?')
    expect(told).toContain('Unexpected "of", expected one of error, warning, note, off. Did you mean off?')
    expect(told).toContain('hedgerow.yaml:2: Unexpected "many", expected a number')
  })

  test('set severities, names and neighbours', async () => {
    const folder = folderOf({
      ...pair,
      'carrow/missing-children.md': missing('Carrow Council', '4 hours'),
      'hedgerow.yaml': 'severities: {deadline: note}\n',
      'ashby/authority.yaml':
        'name: Ashby City Council\npolice: Vale Police\nneighbours: [brindle]\nlocal: {front-door: Ashby Hub}\n',
    })
    const {stdout} = await run(['report', folder, '--format', 'json', '--neighbours-of', 'brindle'])
    const {authorities, topics} = JSON.parse(stdout) as Assessment
    expect(authorities.map(({id, name, police}) => [id, name, police])).toEqual([
      ['ashby', 'Ashby City Council', 'Vale Police'],
      ['brindle', 'Brindle Borough Council', null],
    ])
    expect(topics[0]?.rows.flatMap(({findings}) => findings).find((each) => each.class === 'deadline')?.severity).toBe(
      'note',
    )
    expect(await run(['report', folder, '--neighbours-of', 'carrow'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Name them in carrow/authority.yaml'),
    })
  })

  test('name standards of the region itself, held to their form', async () => {
    const standard =
      '- {id: report-at-once, topic: missing-children, tier: B, statement: Report within 2 hours., citation: Board 2026, from: "2020-01-01", about: {all: [report, police]}, requires: {deadline: {within: {value: 2, unit: hour}}}}\n'
    const folder = folderOf({...pair, 'hedgerow.yaml': 'standards: [ours.yaml]\n', 'ours.yaml': standard})
    const {topics} = JSON.parse((await run(['report', folder, '--format', 'json'])).stdout) as Assessment
    expect(topics[0]?.standards.map(({id, tier, met}) => [id, tier, met])).toEqual([
      ['report-at-once', 'B', {ashby: 'met', brindle: 'below'}],
    ])
    expect(await refused('standards: [none.yaml]\n')).toContain('names none.yaml, but it does not exist')
    const bad = await run([
      'report',
      folderOf({...pair, 'hedgerow.yaml': 'standards: [s.yaml]\n', 's.yaml': '- {id: x, teir: A}\n'}),
    ])
    expect(bad.stderr).toMatch(
      /s\.yaml:1: Unexpected key teir.*Did you mean tier\?[\s\S]*Expected the keys topic, tier/u,
    )
  })

  test('beside pins.yaml: pins hold, and one that no longer resolves is told', async () => {
    const pins = `
- not-same:
    - {authority: ashby, topic: missing-children, quote: must report the child}
    - {authority: brindle, topic: missing-protocol, quote: must report the child}
  by: R Officer
- same: [{authority: ashby, topic: missing-children, quote: no such words}, {authority: brindle, topic: missing-children, fingerprint: 0123456789abcdef}]
`
    const reported = async (files: Readonly<Record<string, string>>) => {
      const {stdout, stderr} = await run(['report', folderOf({...pair, ...files}), '--format', 'json', '--quiet'])
      const rows = (JSON.parse(stdout) as Assessment).topics[0]?.rows ?? []
      return {stderr, split: rows.filter(({readings}) => JSON.stringify(readings).includes('must report')).length}
    }
    expect(await reported({})).toEqual({stderr: '', split: 1})
    const {split, stderr} = await reported({'pins.yaml': pins})
    expect(split).toBe(2)
    expect(stderr).toMatch(
      /provision of ashby on missing-children “no such words” is no longer there[\s\S]*brindle.*fingerprint 0123456789abcdef/u,
    )
    const bad = await run(['report', folderOf({...pair, 'pins.yaml': '- smae: []\n'})])
    expect(bad).toMatchObject({code: 2, stderr: expect.stringContaining('pins.yaml:1: Unexpected key smae')})
  })

  test('in another place are named by --config', async () => {
    const folder = folderOf({...pair, 'other.yaml': 'region: Elsewhere\n'})
    expect((await run(['report', '.', '--config', 'other.yaml'], {cwd: folder})).stdout).toContain('Elsewhere')
    expect((await run(['report', '--config', 'none.yaml'], {cwd: folder})).code).toBe(2)
  })
})

test('the nearest word counts swapped letters once and is null when nothing is near', () => {
  expect(distance('standrads', 'standards')).toBe(1)
  expect(nearest('reprot', ['report', 'rules'])).toBe('report')
  expect(nearest('xyzzy', ['report', 'rules'])).toBeNull()
})
