/** Japanese: everything the page says. Same keys as en.js; a test checks it. `{name}` marks what is filled in. */

/** @type {Record<string, string>} */
export default {
  title: "Kuroaka 黒赤: 黒は順伝播、赤は逆伝播",
  tagline: "式を入力すると、黒い値が前へ、赤い勾配が後ろへ流れます。",
  language: "言語",
  copy: "リンクをコピー",
  copied: "コピーしました",
  copyFailed: "アドレス欄からコピーしてください",

  expression: "式",
  expressionHelp: "Enter ですぐに描画、Shift + Enter で改行します。",
  figure: "計算グラフ",

  start: "開始前",
  forward: "順伝播 {number}/{of}",
  backward: "逆伝播 {number}/{of}",
  startSays: "入力だけがあり、まだ何も計算していません。",

  player: "再生",
  play: "再生",
  pause: "一時停止",
  back: "1コマ戻る",
  ahead: "1コマ進む",
  scrub: "時間",
  speed: "速さ",
  show: "線に表示するもの",
  formulas: "式",
  numbers: "数値",

  result: "結果",
  output: "出力",
  values: "値",
  slider: "{name} のスライダー",
  number: "{name} の数値",
  constant: "定数",

  away: "サーバーが応答しません。図はそのまま、スライダーも動きます。",
  awayEmpty: "サーバーが応答しません。",
  retry: "もう一度試す",
  refused: "この式は描画できません。",
  unreadable: "サーバーの応答を読み取れませんでした。",
};
