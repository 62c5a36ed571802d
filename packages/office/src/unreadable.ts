/** A document that cannot be read at all: why, and what the person who has it can do. Everything milder is a message. */
export class Unreadable extends Error {
  readonly reason: string
  readonly remedy: string

  constructor(reason: string, remedy: string) {
    super(`${reason}: ${remedy}`)
    this.name = 'Unreadable'
    this.reason = reason
    this.remedy = remedy
  }
}
