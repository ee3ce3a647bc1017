// Listens to the page's own sound, and watches what is marked: window.everywayHeard holds [pitch, milliseconds] for every
// few milliseconds, window.everywaySeen [what is marked, milliseconds, place in the sound] for every change.
async () => {
  const sound = document.querySelector("audio"), context = new AudioContext();
  await context.resume();
  const ear = new AnalyserNode(context, { fftSize: 1024 }), samples = new Float32Array(1024);
  const latest = Math.round(context.sampleRate / 100);
  context.createMediaElementSource(sound).connect(ear).connect(context.destination);
  window.everywayHeard = [];
  window.everywaySeen = [];
  new MutationObserver(() => {
    const marked = document.querySelector(".voiced");
    if (marked) window.everywaySeen.push([marked.id || marked.alt, performance.now(), sound.currentTime]);
  }).observe(document.querySelector("main"), { subtree: true, attributeFilter: ["class"] });
  setInterval(() => {
    ear.getFloatTimeDomainData(samples);
    const rises = [];
    for (let at = samples.length - latest; at < samples.length; at += 1) {
      const before = samples[at - 1], now = samples[at];
      if (before < 0 && now >= 0) rises.push(at - now / (now - before));
    }
    const pitch = rises.length > 2 ? (context.sampleRate * (rises.length - 1)) / (rises.at(-1) - rises[0]) : 0;
    window.everywayHeard.push([pitch, performance.now()]);
  }, 4);
};
