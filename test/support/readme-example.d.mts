/** The program that a readme shows, and what the readme says it prints; null for a readme without one. */
export function readmeExample(readme: string): {readonly code: string; readonly printed: string} | null
