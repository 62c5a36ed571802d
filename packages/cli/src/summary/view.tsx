import {
  counted,
  dated,
  headline,
  listed,
  namesOf,
  opportunityWords,
  percent,
  score,
  statusWords,
  statuses,
  type Step,
  type Summary,
  type TopicSummary,
} from '@hedgerow/report'
import {Box, Text} from 'ink'
import type {ReactElement} from 'react'
import {bar} from './state.ts'

interface Style {
  readonly color: boolean
}

const barWidth = 20

/** The summary as a terminal shows it. Everything a colour says a word says too. */
export const SummaryView = ({facts, color}: Style & {readonly facts: Summary}): ReactElement => {
  const name = namesOf(facts.authorities)
  return (
    <Box flexDirection="column" paddingX={1}>
      <Title facts={facts} color={color} />
      {facts.topics.map((topic) => (
        <TopicCard key={topic.id} topic={topic} name={name} color={color} />
      ))}
      <Steps facts={facts} color={color} />
      <NotCompared facts={facts} color={color} />
    </Box>
  )
}

const Title = ({facts, color}: Style & {readonly facts: Summary}): ReactElement => {
  const {error, warning, note} = facts.severities
  return (
    <Box flexDirection="column">
      <Text>
        <Text bold>{facts.region ?? 'Procedures compared'}</Text>
        <Text dimColor={color}>, as at {dated(facts.asAt)}</Text>
      </Text>
      <Text>{headline(facts).join(' ')}</Text>
      <Text>
        <Text {...tint(color && error > 0, 'red')}>{counted(error, 'error')}</Text>,{' '}
        <Text {...tint(color && warning > 0, 'yellow')}>{counted(warning, 'warning')}</Text>, {counted(note, 'note')}
      </Text>
    </Box>
  )
}

const tint = (on: boolean, color: string): {readonly color?: string} => (on ? {color} : {})

const TopicCard = ({
  topic,
  name,
  color,
}: Style & {readonly topic: TopicSummary; readonly name: (id: string) => string}): ReactElement => {
  const counts = statuses
    .filter((status) => topic.statuses[status] > 0)
    .map((status) => `${topic.statuses[status]} ${statusWords[status]}`)
  return (
    <Box flexDirection="column" marginTop={1}>
      <Text bold>{topic.title}</Text>
      <Text dimColor={color}>
        {listed(topic.authorities.map(name))}
        {topic.without.length > 0 ? `; nothing from ${listed(topic.without.map(name))}` : ''}
      </Text>
      <ScoreBar label="Wording alike" share={topic.wording} tone="blue" color={color} />
      <ScoreBar label="Rules agree" share={topic.rule} tone="green" color={color} note={left(topic)} />
      <Text>{counts.join(' · ')}</Text>
      {topic.notes.map((note) => (
        <Text key={note}>Note: {note}</Text>
      ))}
    </Box>
  )
}

const left = ({unsure}: TopicSummary): string => (unsure ? ` (${percent(unsure)} left out as unsure)` : '')

const ScoreBar = ({
  label,
  share,
  tone,
  color,
  note = '',
}: Style & {
  readonly label: string
  readonly share: number | null
  readonly tone: string
  readonly note?: string
}): ReactElement => (
  <Text>
    {label.padEnd(14)}
    {share === null ? '' : <Text {...tint(color, tone)}>{bar(share, barWidth)} </Text>}
    {score(share)}
    <Text dimColor={color}>{note}</Text>
  </Text>
)

const Steps = ({facts, color}: Style & {readonly facts: Summary}): ReactElement | null =>
  facts.steps.length === 0 ? null : (
    <Box flexDirection="column" marginTop={1}>
      <Text bold>First steps</Text>
      {facts.steps.map((step, at) => (
        <StepLine key={`${step.topic}/${step.id}`} step={step} number={at + 1} color={color} />
      ))}
    </Box>
  )

const StepLine = ({step, number, color}: Style & {readonly step: Step; readonly number: number}): ReactElement => (
  <Box>
    <Box width={4} flexShrink={0}>
      <Text>{`${number}.`.padStart(3)}</Text>
    </Box>
    <Box flexDirection="column" flexShrink={1}>
      <Text>
        {step.title} <Text {...tint(color, 'cyan')}>[{opportunityWords[step.class].toLowerCase()}]</Text>
      </Text>
      <Text dimColor={color}>{step.why}</Text>
    </Box>
  </Box>
)

const NotCompared = ({facts, color}: Style & {readonly facts: Summary}): ReactElement | null =>
  facts.notCompared.length === 0 ? null : (
    <Box flexDirection="column" marginTop={1}>
      <Text bold>Not compared</Text>
      {facts.notCompared.map(({path, reason, remedy}) => (
        <Text key={path}>
          <Text {...tint(color, 'yellow')}>{path}</Text>: {reason}; {remedy}.
        </Text>
      ))}
    </Box>
  )
