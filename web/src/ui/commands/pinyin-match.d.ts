declare module 'pinyin-match/es/traditional' {
  export { default } from 'pinyin-match'
}
