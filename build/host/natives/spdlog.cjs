// Stands in for the native module @vscode/spdlog, which has no prebuilt binary: the editor host keeps its log files without a compiler.
const { appendFileSync, mkdirSync } = require('node:fs');
const path = require('node:path');

const NAMES = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  constructor(_type, name, file) {
    this.name = name;
    this.file = file;
    this.level = 2;
    this.raw = false;
  }
  write(level, message) {
    if (level < this.level) return;
    const line = this.raw ? message : `${new Date().toISOString()} [${NAMES[level]}] ${message}\n`;
    try {
      appendFileSync(this.file, line);
    } catch {
      // A log that cannot be written must not end the editor: its folder may be gone while it stops.
    }
  }
  trace(message) { this.write(0, message); }
  debug(message) { this.write(1, message); }
  info(message) { this.write(2, message); }
  warn(message) { this.write(3, message); }
  error(message) { this.write(4, message); }
  critical(message) { this.write(5, message); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.raw = true; }
  flush() {}
  drop() {}
}

async function createLogger(name, file) {
  mkdirSync(path.dirname(file), { recursive: true });
  return new Logger('', name, file);
}

exports.version = 11500;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
