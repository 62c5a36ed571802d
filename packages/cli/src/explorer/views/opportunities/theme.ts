import type {DifferenceName, OpportunityClass} from '@hedgerow/assess'
import {classWords, opportunityWords} from '@hedgerow/report'
import type {Role} from '../../lines.ts'
import type {Filters} from '../../opened.ts'
import {decisionWords} from '../../judgements.ts'
import type {Context} from '../../view.ts'
import {topicOf, type World} from '../../world.ts'

/** The look of each class of step; its word is printed beside. */
export const classRoles: Readonly<Record<OpportunityClass, Role>> = {
  'fix-now': 'bad',
  'agree-value': 'differs',
  'design-work': 'accent',
  'leave-local': 'faint',
  check: 'unsure',
}

/** What the steps can be narrowed by, as a person calls it. */
export const fields = {
  class: 'kind of step',
  facet: 'class of difference',
  topic: 'topic',
  authority: 'authority concerned',
  agency: 'agency',
  tier: 'tier of standard',
  decision: 'decision',
} as const satisfies Readonly<Record<keyof Filters, string>>

const tierWords: Readonly<Record<string, string>> = {A: 'A, statutory', B: 'B, regional', none: 'no standard'}

/** A value of a field as a person calls it. */
export const facetWords = (field: keyof Filters, value: string, world: World): string => {
  switch (field) {
    case 'class':
      return opportunityWords[value as OpportunityClass]
    case 'topic':
      return topicOf(world, value)?.summary.title ?? value
    case 'authority':
      return world.name(value)
    case 'agency':
      return world.agencies.find(({agency}) => agency === value)?.agency ?? value
    case 'tier':
      return tierWords[value] ?? value
    case 'decision':
      return value === 'none' ? 'not decided' : decisionWords[value as keyof typeof decisionWords]
    case 'facet':
      return classWords[value as DifferenceName]
  }
}

/** From so many columns on the step stood on is told beside the list, else below it. */
const wide = 130

export const isWide = ({columns}: Pick<Context, 'columns'>): boolean => columns >= wide

/** Lines of the list. */
export const listHeightIn = (context: Pick<Context, 'columns' | 'rows'>): number =>
  isWide(context) ? Math.max(1, context.rows - 2) : Math.max(1, Math.floor((context.rows - 3) * 0.45))
