/** The bundler writes imported style sheets beside the entry; nothing is imported from them. */
declare module '*.css';
