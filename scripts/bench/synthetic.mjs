// Synthetic procedures for benchmarks: seeded, so that every run reads the same text. Document n states the same duties as the others in partly other
// words, with other limits, some left out and some moved.

/** A generator of numbers in [0, 1) from a seed. Source: mulberry32, a well-known small generator in the public domain. */
const random = (seed) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const actors = [
  'social worker',
  'team manager',
  'carer',
  'police',
  'missing coordinator',
  'school',
  'health visitor',
  'reviewing officer',
  'lead practitioner',
  'head of service',
]
const verbs = [
  ['notify', 'inform'],
  ['record', 'write down'],
  ['review', 'look again at'],
  ['share', 'pass on'],
  ['agree', 'settle'],
  ['arrange', 'set up'],
  ['check', 'confirm'],
  ['update', 'bring up to date'],
]
const things = [
  'placement plan',
  'risk assessment',
  'return interview record',
  'missing episode',
  'description of the child',
  'strategy discussion',
  'contact list',
  'safety plan',
  'chronology',
  'school attendance',
  'health record',
  'travel pass',
  'mobile telephone number',
  'bank card',
  'photograph',
  'known addresses',
  'social media account',
  'court order',
]
const qualities = [
  'current',
  'signed',
  'written',
  'agreed',
  'original',
  'multi-agency',
  'joint',
  'initial',
  'final',
  'weekly',
]
const places = [
  'the home',
  'the placement',
  'the local hospital',
  'the school gate',
  'the town centre',
  'the bus station',
  'a relative’s address',
  'the police station',
  'the youth club',
  'the shopping park',
]
const limits = [
  'within 24 hours',
  'within 2 working days',
  'within 72 hours',
  'on the same day',
  'within 5 working days',
  'every week',
  'without delay',
]
const modals = ['must', 'must', 'must', 'should', 'will', 'may']

const pick = (next, list) => list[Math.floor(next() * list.length)]

/** Duty k of a topic, the same for every document but for what `own` changes. */
const duty = (k, topic, own) => {
  const shared = random(1000 + k + topic * 100_003)
  const verb = pick(shared, verbs)
  const [actor, quality, thing, place] = [
    pick(shared, actors),
    pick(shared, qualities),
    pick(shared, things),
    pick(shared, places),
  ]
  const other = pick(shared, things)
  const limit = own() < 0.85 ? limits[k % limits.length] : pick(own, limits)
  const modal = own() < 0.9 ? modals[k % modals.length] : pick(own, modals)
  const said = own() < 0.5 ? verb[0] : verb[1]
  return own() < 0.7
    ? `The ${actor} ${modal} ${said} the ${quality} ${thing} and the ${other} kept at ${place} ${limit}.`
    : `Where the child was last seen at ${place}, the ${quality} ${thing} and the ${other} ${modal} be dealt with by the ${actor} ${limit}.`
}

/** Document `n` on a topic, of at least `words` words, as Markdown in sections of ten duties; another `seed` gives another region. Its headings are
 *  numbered `section.duty`, the same duty under the same number in every document, so that an alignment of it can be checked. */
export const syntheticDocument = (
  n,
  words,
  {topic = 0, seed = 0, title = 'Missing children', authority = `authority ${n}`} = {},
) => {
  const own = random(n + 1 + topic * 7919 + seed * 104_729)
  const sections = []
  let length = 0
  for (let section = 0; length < words; section++) {
    const duties = Array.from({length: 10}, (_, at) => section * 10 + at).filter(() => own() < 0.93)
    const text = duties.map((k) => `${section + 1}.${(k % 10) + 1} ${duty(k, topic, own)}`).join('\n\n')
    length += text.split(/\s+/).length
    const place = section + topic * 31
    sections.push(
      `## ${section + 1}. ${pick(random(place + 77), qualities)} ${pick(random(place + 99), things)} at ${pick(random(place + 55), places)}\n\n${text}`,
    )
  }
  if (n % 3 === 2) sections.splice(2, 0, ...sections.splice(5, 1))
  return `# ${title}: ${authority}\n\n${sections.join('\n\n')}\n`
}
