/** What a row of the planted documents must be. */
export interface ExpectedRow {
  /** Whole quotations in the order of the authorities; null = nothing there. */
  readonly readings: readonly (string | null)[]
  readonly status: string
  readonly facets: readonly string[]
  readonly moved?: readonly string[]
}

const missing =
  'Missing: anyone whose whereabouts cannot be established will be considered as missing until located and their well-being or otherwise confirmed.'
const absent =
  'Absent: a child not at a place where they are expected or required to be, and there is no apparent risk.'
const report = 'The parent or carer must report the child missing to the police by calling 101, or 999 in an emergency.'
const record = 'A record of the interview must be shared with the police within 5 working days.'
const setsOut =
  'This procedure sets out what practitioners must do when a child or young person goes missing from home or care.'
const explains =
  'This protocol explains what practitioners are required to do when a child or young person goes missing from home or care.'
const appliesIn = (place: string): string => `It applies to all staff working with children in ${place}.`
const notify = (force: string, limit: string): string =>
  `The social worker ${force} notify the Missing Coordinator within ${limit} of the child being reported missing.`
const convene = (who: string, what: string, than: string): string =>
  `The ${who} convene a strategy ${what} if the child has been missing for more than ${than}.`
const offered = (limit: string): string =>
  `An independent return home interview must be offered within ${limit} of the child being found.`
const carriedOut = (who: string): string =>
  `The interview should be carried out by ${who} independent of the child's placement.`
const repeated = (times: string): string =>
  `If a child goes missing ${times} or more times in a 90 day period, the Team Manager must hold a multi-agency risk management meeting.`

const row = (
  status: string,
  facets: string,
  readings: readonly (string | null)[],
  moved: readonly string[] = [],
): ExpectedRow => ({readings, status, facets: facets === '' ? [] : facets.split(' '), moved})

/** Ashby, Brindle, Carrow: every row there is, in any order. */
export const three: readonly ExpectedRow[] = [
  // P9
  row('wording', 'wording', [setsOut, explains, setsOut]),
  row('local', 'local wording', [
    appliesIn('Ashby'),
    'It applies to all staff who work with children in Brindle.',
    appliesIn('Carrow'),
  ]),
  row('same', '', [missing, missing, missing]),
  // P7
  row('absent', 'absent', [absent, null, absent]),
  row('same', '', [report, report, report]),
  // P3
  row('differs', 'deadline modality', [
    notify('must', '24 hours'),
    notify('should', '24 hours'),
    notify('must', '1 working day'),
  ]),
  // P4, P5, P6
  row('differs', 'actor modality threshold', [
    convene('Team Manager should', 'discussion', '48 hours'),
    convene('Service Manager must', 'meeting', '72 hours'),
    convene('Team Manager should', 'discussion', 'two days'),
  ]),
  // P1, P2
  row(
    'below-standard',
    'below-standard deadline',
    [offered('72 hours'), offered('5 working days'), offered('three days')],
    ['brindle'],
  ),
  row(
    'wording',
    'wording',
    [carriedOut('someone who is'), carriedOut('a person'), carriedOut('someone who is')],
    ['brindle'],
  ),
  row('same', '', [record, record, record], ['brindle']),
  // P8
  row('differs', 'absent trigger', [repeated('three'), null, repeated('two')]),
  // P10
  row('local', 'local', [
    'Ashby Multi-Agency Safeguarding Hub: 01632 960101. Email: mash@ashby.example.',
    'Brindle Front Door: 01632 960201. Email: frontdoor@brindle.example.',
    "Carrow Children's Front Door: 01632 960301. Email: frontdoor@carrow.example.",
  ]),
  row(
    'local',
    'local',
    [102, 202, 302].map((end) => `Missing Coordinator | 01632 960${end} | 9am to 5pm`),
  ),
  row(
    'local',
    'local',
    [103, 203, 303].map((end) => `Emergency Duty Team | 01632 960${end} | Out of hours`),
  ),
]
