// Loaded into a program that is measured: on its way out it leaves what it took of the machine in a file.
const { writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const file = process.env.GROUNDPLAN_BENCH_USAGE;
if (isMainThread && file) process.on('exit', () => writeFileSync(file, JSON.stringify(process.resourceUsage())));
