import {resolve} from 'node:path'
import type {Modality, TimeUnit} from '@hedgerow/ast'
import type {Lexicon, Standard} from '@hedgerow/lexicon'
import {systemReason, UsageError} from '../errors.ts'
import {ordinaryText} from '../ordinary-file.ts'
import {checkedYaml, keys, listOf, numberFrom, oneOf, orNull, type Shape, text, truth} from '../yaml.ts'

const units: readonly TimeUnit[] = [
  'minute',
  'hour',
  'day',
  'working-day',
  'week',
  'month',
  'year',
  'immediate',
  'as-soon-as',
]

const forces: readonly Modality[] = ['obligation', 'prohibition', 'recommendation', 'permission']

type Requires = Standard['requires']
type Within = NonNullable<Requires['deadline']>['within']

const standard: Shape<Standard> = keys<Standard>(
  {
    id: text,
    topic: text,
    tier: oneOf(['A', 'B']),
    statement: text,
    citation: text,
    from: text,
    to: orNull(text),
    verified: truth,
    knownTo: text,
    source: text,
    about: keys<Standard['about']>({
      types: listOf(text),
      sections: listOf(text),
      all: listOf(text),
      any: listOf(listOf(text)),
      none: listOf(text),
    }),
    requires: keys<Requires>({
      modality: oneOf(forces),
      deadline: keys<NonNullable<Requires['deadline']>>(
        {within: keys<Within>({value: numberFrom(0), unit: oneOf(units)}, ['value', 'unit'])},
        ['within'],
      ),
      unconditional: truth,
      words: listOf(text),
      silence: oneOf<'below'>(['below']),
    }),
  },
  ['id', 'topic', 'tier', 'statement', 'citation', 'from', 'about', 'requires'],
)

/** The standards in force in a corpus: `national` is the lexicon's own, anything else a YAML file of the region's own in the same form,
 *  beside hedgerow.yaml. Throws a UsageError for a file that is missing or has another form, and for two standards of one id. */
export const standardsOf = async (
  sets: readonly string[],
  folder: string,
  lexicon: Lexicon,
): Promise<readonly Standard[]> => {
  const found = await Promise.all(
    sets.map((set) => (set === 'national' ? lexicon.standards : ownStandards(set, folder))),
  )
  const all = found.flat()
  const twice = all.find((each, at) => all.findIndex(({id}) => id === each.id) !== at)
  if (twice)
    throw new UsageError(
      `Unexpected second standard ${twice.id} in standards: ${sets.join(', ')}. Give one of the two another id.`,
    )
  return all
}

const ownStandards = async (set: string, folder: string): Promise<readonly Standard[]> => {
  const content = await ordinaryText(resolve(folder, set)).catch((fault: unknown) => {
    throw new UsageError(
      `hedgerow.yaml: standards names ${set}, but ${systemReason(fault)}. Expected national, or a YAML file of your own beside hedgerow.yaml.`,
    )
  })
  return checkedYaml(content, set, listOf(standard)).map(complete)
}

/** What a region may leave out of its own standard: it has verified it itself, or says otherwise. */
const complete = (given: Partial<Standard> & Pick<Standard, 'from'>): Standard =>
  ({
    ...given,
    to: given.to ?? null,
    verified: given.verified ?? true,
    knownTo: given.knownTo ?? given.from,
    source: given.source ?? 'the region',
    about: {...everything, ...given.about},
  }) as Standard

const everything: Standard['about'] = {sections: [], all: [], any: [], none: []}
