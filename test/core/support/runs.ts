/** How often a property is tried: few times in every run of the tests, and many where GROUNDPLAN_THOROUGH is set. */
export const IS_THOROUGH = (process.env['GROUNDPLAN_THOROUGH'] ?? '') !== '';
export const RUNS = IS_THOROUGH ? 500 : 20;
