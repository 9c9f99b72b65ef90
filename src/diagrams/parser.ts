export { default as mermaid } from 'mermaid';
