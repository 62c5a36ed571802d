/** Something a reader of the result should know about the document; never a reason to stop. */
export interface Message {
  readonly ruleId: string
  readonly reason: string
  readonly line: number | null
  readonly page: number | null
  readonly severity: 'info' | 'warning'
}

/** A message about the document, or about the line given. */
export const message = (
  ruleId: string,
  reason: string,
  {line = null, page = null, severity = 'warning'}: Partial<Omit<Message, 'ruleId' | 'reason'>> = {},
): Message => ({ruleId, reason, line, page, severity})
