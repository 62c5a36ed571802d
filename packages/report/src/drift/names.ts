import type {
  ClassedChange,
  Drift,
  FindingChange,
  ProcedureDrift,
  StandardChange,
  StatedFinding,
  TextChange,
} from '@hedgerow/assess'
import type {Lexicon} from '@hedgerow/lexicon'
import {foundWords} from '../finding-words.ts'
import {namesOf, shortened} from '../names.ts'
import {capital, counted} from '../wording.ts'

/** How a drift's parts are called, in sentences a person reads. */
export interface DriftNames {
  readonly title: string
  readonly authority: (id: string) => string
  readonly topic: (id: string) => string
  readonly classTitle: (name: string) => string
  /** `, Return interviews` of a change, from where it stands; empty where that is nowhere. */
  readonly section: (change: TextChange) => string
  /** What changed: `the time limit was 72 hours and is 5 working days (weaker)`. */
  readonly change: (change: TextChange, own: ProcedureDrift) => string
  readonly standard: (change: StandardChange) => string
  readonly finding: (finding: StatedFinding) => string
  /** `, return-interview (return-interview-3)` of a finding. */
  readonly row: (change: FindingChange) => string
}

/** What a class compares, where it has a value before and after. */
const facets: Readonly<Record<string, string>> = {
  deadline: 'the time limit',
  trigger: 'the count that sets it off',
  threshold: 'the level that sets it off',
  modality: 'the force',
  actor: 'who acts',
  recipient: 'who is told',
  citation: 'the law or guidance relied on',
  'form-field': 'what the form asks for',
  local: 'the local particular',
  currency: 'what is out of date in it',
}

/** What is said of a class whose values are whole sentences, which are quoted below, or that has none. */
const phrases: Readonly<Record<string, string>> = {
  condition: 'the condition changed',
  scope: 'whom it covers changed',
  action: 'what is to be done changed',
  definition: 'the meaning changed',
  other: 'the words changed in a way no class explains',
  wording: 'in other words, the same rule',
  unsure: 'in other words: check that the rule is the same',
  moved: 'moved',
  renumbered: 'renumbered',
}

/** Values as they read in a sentence. */
const values: Readonly<Record<string, string>> = {
  'states a fact': 'none (it states a fact)',
  'up to date': 'nothing',
}

function facet(each: ClassedChange): string {
  const name = facets[each.class] ?? each.class
  if (each.before === null || each.after === null || phrases[each.class])
    return phrases[each.class] ?? `${name} changed`
  const direction = each.direction === 'weaker' || each.direction === 'stricter' ? ` (${each.direction})` : ''
  return `${name} was ${values[each.before] ?? each.before} and is ${values[each.after] ?? each.after}${direction}`
}

function changeWords(change: TextChange, own: ProcedureDrift): string {
  if (change.before.length + change.after.length === 0) {
    const count = counted(own.counts[own.status === 'added' ? 'added' : 'removed'], 'provision')
    return `the whole procedure was ${own.status === 'added' ? 'added' : 'removed'} (${count})`
  }
  if (change.kind === 'added') return 'a provision was added'
  if (change.kind === 'removed') return 'a provision was removed'
  const telling = change.classes.filter(({severity}) => severity !== 'off')
  const words = (telling.length > 0 ? telling : change.classes).map(facet).join('; ')
  return `${words}${change.closer ? ': the region is closer for it' : ''}`
}

/** The names of a drift. */
export function driftNames(drift: Drift, lexicon: Lexicon): DriftNames {
  const authorities = drift.authorities.map(({id, name}) => ({
    id,
    name,
    partnership: null,
    police: null,
    icb: null,
    neighbours: [],
  }))
  const [authority, short] = [namesOf(authorities), shortened(authorities)]
  const titles = new Map(lexicon.differences.map((each) => [each.class as string, each.title]))
  const sections = new Map(lexicon.sections.map(({kind, title}) => [kind, title]))
  const classTitle = (name: string): string => titles.get(name) ?? capital(name.replaceAll('-', ' '))
  return {
    title: drift.region === null ? 'What changed' : `${drift.region}: what changed`,
    authority,
    topic: (id) => drift.titles[id] ?? capital(id.replaceAll('-', ' ')),
    classTitle,
    section: ({before, after}) => {
      const title = (after[0] ?? before[0])?.section ?? ''
      return title === '' ? '' : `, ${title}`
    },
    change: changeWords,
    standard: ({id, outcome, before}) => {
      const title = capital(id.replaceAll('-', ' '))
      if (outcome === 'met') return `now meets the standard “${title}”`
      if (outcome === 'other') return `stands otherwise to the standard “${title}”: please check`
      return `${before === 'met' ? 'no longer meets' : 'falls below'} the standard “${title}”`
    },
    finding: (finding) => {
      const found = foundWords({...finding, id: '', direction: {}, gap: null}, authority, short)
      const title = classTitle(finding.class)
      return found.toLowerCase().startsWith(title.toLowerCase()) ? found : `${title}. ${found}`
    },
    row: ({row, section}) => {
      const title = sections.get(section.replace(/-\d+$/u, '')) ?? sections.get(section) ?? section.replaceAll('-', ' ')
      return row === '' ? `, ${title}` : `, ${title} (${row})`
    },
  }
}
