/**
 * A moving picture as a video: its frames are shown, each for its time, to the browser's own recorder. No library has to
 * write the file, and so it takes as long as the video lasts.
 *
 * What enters: a GIF, a kind of video. What leaves: a file, and on the way the seconds that are left.
 */

import { make } from "../typeset/markup.js";

/** @typedef {{title: string, extension: string, type: string}} Video */

/** @type {readonly Video[]} */
const KINDS = [
  { title: "MP4", extension: "mp4", type: "video/mp4;codecs=avc1.640028" },
  { title: "WebM", extension: "webm", type: "video/webm;codecs=vp9" },
];
/** Pictures a second: a player that looks for a place finds one. */
const RATE = 25;
const BITS = 4_000_000; // a second: enough for lines on white, of which little changes

/**
 * A button that saves a figure as a video, and says how long that still takes.
 * @param {import("../words/words.js").Say} say
 * @param {Video} kind
 * @param {() => Promise<ArrayBuffer>} gif
 */
export function videoButton(say, kind, gif) {
  const button = make("button", { type: "button", class: "plain" }, kind.title);
  const record = async () => {
    const left = (/** @type {number} */ seconds) => {
      button.textContent = say("videoLeft", { title: kind.title, seconds: `${seconds}` });
    };
    const file = await recorded(await gif(), kind, left);
    const address = URL.createObjectURL(file);
    make("a", { href: address, download: `kuroaka.${kind.extension}` }).click();
    URL.revokeObjectURL(address);
  };
  button.addEventListener("click", () => {
    button.disabled = true;
    record()
      .then(() => kind.title)
      .catch(() => say("videoFailed", { title: kind.title }))
      .then((text) => {
        button.textContent = text;
        button.disabled = false;
      });
  });
  return button;
}

/**
 * The kinds that this browser can write.
 * @returns {readonly Video[]}
 */
export function videos() {
  if (!("ImageDecoder" in globalThis) || !("MediaRecorder" in globalThis)) return [];
  return KINDS.filter(({ type }) => MediaRecorder.isTypeSupported(type));
}

/**
 * @param {ArrayBuffer} gif
 * @param {Video} kind
 * @param {(seconds: number) => void} left
 */
async function recorded(gif, { type }, left) {
  const decoder = new ImageDecoder({ data: gif, type: "image/gif" });
  await Promise.all([decoder.tracks.ready, decoder.completed]);
  const count = decoder.tracks.selectedTrack?.frameCount ?? 0;
  const frames = [];
  for (let frameIndex = 0; frameIndex < count; frameIndex += 1) {
    frames.push((await decoder.decode({ frameIndex })).image);
  }
  const [first] = frames;
  const canvas = make("canvas", { width: `${even(first?.displayWidth)}`, height: `${even(first?.displayHeight)}` });
  const recorder = new MediaRecorder(canvas.captureStream(RATE), { mimeType: type, videoBitsPerSecond: BITS });
  /** @type {Blob[]} */
  const parts = [];
  recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
  const stopped = new Promise((done) => recorder.addEventListener("stop", done, { once: true }));
  recorder.start();
  await shown(frames, canvas, left);
  recorder.stop();
  await stopped;
  for (const frame of frames) frame.close();
  decoder.close();
  return new Blob(parts, { type });
}

/**
 * @param {VideoFrame[]} frames
 * @param {HTMLCanvasElement} canvas
 * @param {(seconds: number) => void} left
 */
async function shown(frames, canvas, left) {
  const paint = canvas.getContext("2d");
  if (!paint) return;
  paint.fillStyle = "#fff";
  paint.fillRect(0, 0, canvas.width, canvas.height);
  const times = frames.map(({ duration }) => (duration ?? 0) / 1000);
  const end = performance.now() + times.reduce((sum, time) => sum + time, 0);
  let until = performance.now();
  for (const [at, frame] of frames.entries()) {
    until += times[at] ?? 0;
    while (performance.now() < until) {
      paint.drawImage(frame, 0, 0);
      left(Math.ceil((end - performance.now()) / 1000));
      await new Promise((done) => setTimeout(done, 1000 / RATE));
    }
  }
}

/**
 * The codecs want even sides.
 * @param {number} [length]
 */
function even(length = 0) {
  return length + (length % 2);
}
