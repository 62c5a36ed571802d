import {
  agreedLine,
  dated,
  decisionWords,
  headline,
  holdersLine,
  leftOutLine,
  namesOf,
  opportunityWords,
  percent,
  score,
  type Step,
  type Summary,
  topicCounts,
  type TopicSummary,
} from '@hedgerow/report'
import {Box, Text} from 'ink'
import type {ReactElement} from 'react'
import {wrapped} from '../wrapped.ts'
import {bar} from './state.ts'

interface Style {
  readonly color: boolean
  /** Room for words, in signs. */
  readonly columns: number
}

const barWidth = 20

/** Widths of a step's number and kind (the longest is `agree a value`). */
const numberWidth = 4
const kindWidth = 15
const margin = 1

/** Words broken between words: Ink's own wrapping begins a line with the blank it broke at. */
const Lines = ({
  text,
  columns,
  dim = false,
}: {
  readonly text: string
  readonly columns: number
  readonly dim?: boolean
}): ReactElement => <Text dimColor={dim}>{wrapped(text, columns).join('\n')}</Text>

/** The summary as a terminal shows it. Everything a colour says a word says too. */
export const SummaryView = ({facts, color, columns}: Style & {readonly facts: Summary}): ReactElement => {
  const name = namesOf(facts.authorities)
  const look = {color, columns: columns - 2 * margin}
  return (
    <Box flexDirection="column" paddingX={margin}>
      <Title facts={facts} {...look} />
      {facts.topics.map((topic) => (
        <TopicCard key={topic.id} topic={topic} name={name} {...look} />
      ))}
      <Steps facts={facts} {...look} />
      <NotCompared facts={facts} {...look} />
    </Box>
  )
}

const Title = ({facts, color, columns}: Style & {readonly facts: Summary}): ReactElement => {
  const {error, warning, note} = facts.severities
  const agreed = agreedLine(facts)
  return (
    <Box flexDirection="column">
      <Text>
        <Text bold>{facts.region ?? 'Procedures compared'}</Text>
        <Text dimColor={color}>, as at {dated(facts.asAt)}</Text>
      </Text>
      <Lines text={headline(facts).join(' ')} columns={columns} />
      <Text>
        <Text {...tint(color && error > 0, 'red')}>{error} serious</Text>,{' '}
        <Text {...tint(color && warning > 0, 'yellow')}>{warning} moderate</Text>, {note} minor{' '}
        {error + warning + note === 1 ? 'finding' : 'findings'}
      </Text>
      {agreed && <Lines text={agreed} columns={columns} />}
    </Box>
  )
}

const tint = (on: boolean, color: string): {readonly color?: string} => (on ? {color} : {})

const TopicCard = ({
  topic,
  name,
  color,
  columns,
}: Style & {readonly topic: TopicSummary; readonly name: (id: string) => string}): ReactElement => {
  const scored = topic.authorities.length > 1
  return (
    <Box flexDirection="column" marginTop={1}>
      <Text bold>{wrapped(topic.title, columns).join('\n')}</Text>
      <Lines text={holdersLine(topic, name)} columns={columns} dim={color} />
      {scored && <ScoreBar label="Wording alike" share={topic.wording} tone="blue" color={color} />}
      {scored && <ScoreBar label="Rules agree" share={topic.rule} tone="green" color={color} note={left(topic)} />}
      <Lines text={topicCounts(topic)} columns={columns} />
      {topic.notes.map((note) => (
        <Lines key={note} text={`Note: ${note}`} columns={columns} />
      ))}
    </Box>
  )
}

const left = ({unsure}: TopicSummary): string => (unsure ? ` (${percent(unsure)} left out as unsure)` : '')

interface Score {
  readonly label: string
  readonly share: number | null
  readonly tone: string
  readonly color: boolean
  readonly note?: string
}

const ScoreBar = ({label, share, tone, color, note = ''}: Score): ReactElement => (
  <Text>
    {label.padEnd(14)}
    {share === null ? '' : <Text {...tint(color, tone)}>{bar(share, barWidth)} </Text>}
    {score(share)}
    <Text dimColor={color}>{note}</Text>
  </Text>
)

const Steps = ({facts, ...look}: Style & {readonly facts: Summary}): ReactElement | null =>
  facts.steps.length === 0 ? null : (
    <Box flexDirection="column" marginTop={1}>
      <Text bold>First steps</Text>
      {facts.steps.map((step, at) => (
        <StepLine key={`${step.topic}/${step.id}`} step={step} number={at + 1} asAt={facts.asAt} {...look} />
      ))}
    </Box>
  )

const StepLine = ({
  step,
  number,
  asAt,
  color,
  columns,
}: Style & {readonly step: Step; readonly number: number; readonly asAt: string}): ReactElement => {
  const room = columns - numberWidth - kindWidth
  return (
    <Box>
      <Box width={numberWidth} flexShrink={0}>
        <Text>{`${number}.`.padStart(3)}</Text>
      </Box>
      <Box width={kindWidth} flexShrink={0}>
        <Text {...tint(color, 'cyan')}>{opportunityWords[step.class].toLowerCase()}</Text>
      </Box>
      <Box flexDirection="column">
        <Lines text={step.title} columns={room} />
        <Lines text={step.why} columns={room} dim={color} />
        {step.decision && <Lines text={decisionWords(step.decision, asAt)} columns={room} />}
      </Box>
    </Box>
  )
}

const NotCompared = ({facts, columns}: Style & {readonly facts: Summary}): ReactElement | null =>
  facts.notCompared.length === 0 ? null : (
    <Box flexDirection="column" marginTop={1}>
      <Text bold>Not compared</Text>
      {facts.notCompared.map((each) => (
        <Lines key={each.path} text={`${each.path}: ${leftOutLine(each)}`} columns={columns} />
      ))}
    </Box>
  )
