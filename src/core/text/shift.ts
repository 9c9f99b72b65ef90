/** The same value with every range in it moved. What stands in several places of it still is one thing; what holds no range is shared. */
export function shifted(value: unknown, by: number): unknown {
  return by === 0 || (Array.isArray(value) && value.length === 0) ? value : new Move(by).of(value);
}

class Move {
  readonly #by: number;
  readonly #moved = new Map<object, unknown>();

  constructor(by: number) {
    this.#by = by;
  }

  of(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const { start, end } = value as { readonly start?: unknown; readonly end?: unknown };
    if (typeof start === 'number' && typeof end === 'number') return { ...value, start: start + this.#by, end: end + this.#by };
    const known = this.#moved.get(value);
    if (known !== undefined) return known;
    const moved = this.#copyOf(value);
    this.#moved.set(value, moved);
    return moved;
  }

  #copyOf(value: object): unknown {
    if (Array.isArray(value)) return value.length === 0 ? value : value.map((each) => this.of(each));
    if (value instanceof Map) return new Map(Array.from(value, ([key, each]: [unknown, unknown]) => [key, this.of(each)]));
    if (value instanceof Set) return new Set(Array.from(value, (each) => this.of(each)));
    const moved: Record<string, unknown> = {};
    for (const key in value) moved[key] = this.of((value as Record<string, unknown>)[key]);
    return moved;
  }
}
