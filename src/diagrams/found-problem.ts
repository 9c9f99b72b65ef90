/** What is wrong with a diagram, by the line of the text that mermaid reads, from 0. */
export interface FoundProblem {
  readonly message: string;
  readonly line: number;
  readonly column?: number;
}
