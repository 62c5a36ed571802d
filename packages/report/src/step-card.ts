import type {TopicAssessment} from '@hedgerow/assess'
import type {Context} from './context.ts'
import {decisionWords} from './judgement-words.ts'
import type {Block, Card} from './nodes.ts'
import {anchor} from './rows.ts'
import type {Step} from './summary.ts'
import {counted, listed} from './wording.ts'

/** The frame of a step, told in full or in brief: its place, its title and where links to it lead. `index` counts from 0. */
export function stepCard({topic, id, title}: Step, index: number, children: readonly Block[]): Card {
  return {type: 'card', id: anchor('opportunity', topic, id), depth: 3, title: `${index + 1}. ${title}`, children}
}

/** Whether there are values to set side by side: not where nobody states one and the reason quotes the standard already. */
export function hasValues({majority, strictest, national, why}: Step): boolean {
  if (majority !== null || strictest !== null) return true
  return national !== null && !why.includes(national.replace(/\.$/, ''))
}

/** What the national standard says, without its stop, and whether nobody has verified it. */
export function nationalWords({national, rows: own}: Step, topic: TopicAssessment): string {
  if (national === null) return 'none'
  const unverified = topic.standards.some(({rows, verified}) => !verified && rows.some((row) => own.includes(row)))
  return `${national.replace(/\.$/, '')}${unverified ? ' (not verified)' : ''}`
}

/** Whether the changes a step tells of are those of what most say, and people have not chosen yet. */
export function isYetToChoose({proposal, majority, change}: Step): boolean {
  return proposal?.basis === 'choice' && majority !== null && change.every(({to}) => to === majority)
}

/** The agencies that work across the boundary, after a space; empty where there are none. */
export function agencyNames(step: Step, {assessment}: Context): string {
  const titles = step.agencies.map((id) => assessment.agencies.find(({agency}) => agency === id)?.title ?? id)
  return titles.length === 0 ? '' : ` Agencies that work across the boundary: ${listed(titles)}.`
}

/** What was decided, after a space; empty where nothing was. */
export function decidedWords({decision}: Step, {facts}: Context): string {
  return decision === null ? '' : ` ${decisionWords(decision, facts.asAt)}`
}

/** How many words change, after a semicolon, where nobody changes more than the value itself; empty where none do. */
export function changedWordsOf({words}: Step): string {
  return words === 0 ? '' : `; ${counted(words, 'word')} to change where only the value does`
}

/** How many steps are told of how many: `The first 10 of 383 steps`; all of them where no more are known. */
export function firstOf(told: number, all: number): string {
  if (told >= all) return all === 1 ? 'The only step' : `All ${counted(all, 'step')}`
  return told === 1 ? `The first of ${counted(all, 'step')}` : `The first ${told} of ${counted(all, 'step')}`
}
