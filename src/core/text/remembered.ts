const LONGEST = 300;
const MOST = 4000;

/** The same function, which remembers what it made of the short texts it met last. What it makes is shared. */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  let recent = new Map<string, T>();
  let older = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return make(text);
    const known = recent.get(text);
    if (known !== undefined || recent.has(text)) return known as T;
    const made = older.has(text) ? (older.get(text) as T) : make(text);
    if (recent.size >= MOST) {
      older = recent;
      recent = new Map();
    }
    recent.set(text, made);
    return made;
  };
}
