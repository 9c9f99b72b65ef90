import { isBlank } from '../../template/placeholders.ts';
import { remembered } from '../../text/remembered.ts';

const LONGEST_TEXT = 2000;
/** `{{x}}`, `[NUMBER]ms`, `<name>`, `TBD`, `Xd`, `N%`: what the author still has to write, within other words too. */
const OPEN = /\{\{[^{}\r\n]{1,200}\}\}|\[[A-Z][A-Z0-9_ /-]{0,80}(?:[ -][^\]\r\n]{0,100})?\](?![(:[])|<[A-Za-z][^<>\r\n]{0,80}>|(?<![\p{L}\p{N}])(?:TBD|TBA|TBC|TODO|FIXME|XX+|[NX]\s?%|[NX]\s?(?:ms|s|d|h)|\?\?+)(?![\p{L}\p{N}])/u;

/** Whether a value is still to be written, as a whole or in part: that is for the check of placeholders to say. */
export const isOpen = remembered((text: string): boolean => isBlank(text) || OPEN.test(text.slice(0, LONGEST_TEXT)));
