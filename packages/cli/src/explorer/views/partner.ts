import type {Deed} from '../deeds.ts'
import {type Choice, choosing} from '../prompts.ts'
import {topicOf, type World} from '../world.ts'

/** Asks whom to lay an authority beside on a topic, at a row; the nearest to it stands first. Where there is one other, nothing is asked. */
export const choosePartner = (world: World, topic: string, authority: string, row?: string): Deed => {
  const facts = topicOf(world, topic)
  const nearest = facts?.likenesses.find((each) => each.authority === authority)?.nearest
  const others = (facts?.summary.authorities ?? []).filter((id) => id !== authority)
  const choices = [...others]
    .sort((a, b) => Number(b === nearest) - Number(a === nearest))
    .map((id) => ({value: id, label: world.name(id), ...(id === nearest && {note: 'the nearest to it'})}))
  const beside = (other: string): Deed => ({
    do: 'open',
    view: {name: 'sides', topic, a: authority, b: other, ...(row !== undefined && {row})},
  })
  const [only] = choices
  if (only === undefined)
    return {do: 'say', words: `Only ${world.name(authority)} has this topic: nothing to lay beside it.`}
  if (choices.length === 1) return beside(only.value)
  return {do: 'ask', prompt: choosing(`${world.name(authority)} beside whose?`, choices, (other) => [beside(other)])}
}

interface Holders {
  readonly title: string
  readonly choices: readonly Choice[]
}

/** Who has a topic. */
const holdersOf = (world: World, topic: string): Holders => {
  const facts = topicOf(world, topic)?.summary
  return {
    title: facts?.title ?? topic,
    choices: (facts?.authorities ?? []).map((id) => ({value: id, label: world.name(id)})),
  }
}

/** Asks whose outline of a topic is to be shown. */
export const chooseOutline = (world: World, topic: string): Deed => {
  const {title, choices} = holdersOf(world, topic)
  return {
    do: 'ask',
    prompt: choosing(`${title}: the outline of whose procedure?`, choices, (authority) => [
      {do: 'open', view: {name: 'outline', topic, authority}},
    ]),
  }
}

/** Asks which two are to be laid beside each other on a topic, at a row; where there are only two, nothing is asked. */
export const chooseSides = (world: World, topic: string, row?: string): Deed => {
  const {title, choices} = holdersOf(world, topic)
  const [first] = choices
  if (first !== undefined && choices.length < 3) return choosePartner(world, topic, first.value, row)
  return {
    do: 'ask',
    prompt: choosing(`${title}: whose procedure on the left?`, choices, (left) => [
      choosePartner(world, topic, left, row),
    ]),
  }
}
