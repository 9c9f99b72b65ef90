/** Words that YAML takes for something else than text. */
const NO_TEXT = /^(?:true|false|yes|no|on|off|null|[\d.][\w.+-]*)$/i;

/** A text as a value in YAML: in quotes where it would not be read as that text. */
export function yamlText(text: string): string {
  return /^[\w][\w./ -]*$/.test(text) && !NO_TEXT.test(text) && !text.endsWith(' ') ? text : JSON.stringify(text);
}
