/** Templates are Markdown files; the bundler turns an import of one into its text. */
declare module '*.md' {
  const text: string;
  export default text;
}
