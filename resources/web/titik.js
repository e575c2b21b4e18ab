// Every page works without this file. It shows what happens while it happens, and makes the player one page.
"use strict";
const byId = (id) => document.getElementById(id);

byId("errors")?.focus();

// A checkbox that shows what is typed in password fields.
for (const row of document.querySelectorAll("[data-show]")) {
  row.hidden = false;
  row.querySelector("input").addEventListener("change", (event) => {
    for (const id of row.dataset.show.split(" ")) byId(id).type = event.target.checked ? "text" : "password";
  });
}

// Progress: the bar moves at once; the sentence, which screen readers speak, changes every 15 s at most.
const live = byId("live");
if (live && window.EventSource) {
  const bar = live.querySelector("progress");
  const every = 15000;
  let spoken = Date.now();
  let later = 0;
  const speak = async () => {
    later = 0;
    spoken = Date.now();
    const answer = await fetch(live.dataset.page, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("state");
    const state = byId("state");
    if (!fresh) state.textContent = live.dataset.ready;
    else if (fresh.textContent !== state.textContent) state.replaceChildren(...fresh.childNodes);
  };
  const events = new EventSource(live.dataset.events);
  events.onmessage = (event) => {
    const { state, percent } = JSON.parse(event.data);
    if (bar) bar.value = percent;
    const over = state !== "waiting" && state !== "making";
    if (over) events.close();
    clearTimeout(later);
    later = setTimeout(speak, over ? 0 : Math.max(0, spoken + every - Date.now()));
  };
}

// Listening: chapters follow each other without a new page; place and speed are kept in this browser.
const player = byId("player");
if (player) {
  const audio = player.querySelector("audio");
  const links = [...document.querySelectorAll(".chapters a[data-src]")];
  const key = "listen." + player.dataset.key;
  const kept = (() => {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? {};
    } catch {
      return {};
    }
  })();
  let at = links.findIndex((link) => link.hasAttribute("aria-current"));

  const keep = () => {
    try {
      localStorage.setItem(key, JSON.stringify({ at, time: audio.currentTime, speed: audio.playbackRate }));
    } catch {
      // A browser that keeps nothing still plays.
    }
  };

  const turn = (to, time = 0, play = !audio.paused) => {
    const link = links[to];
    if (!link) return;
    links[at].removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    at = to;
    const rate = audio.playbackRate;
    audio.src = link.dataset.src;
    audio.defaultPlaybackRate = audio.playbackRate = rate;
    if (time) audio.currentTime = time;
    const words = byId("now");
    words.firstChild.data = words.firstChild.data.replace(/\d+/, to + 1);
    words.querySelector("span").textContent = link.dataset.name;
    for (const [id, other] of [["before", to - 1], ["after", to + 1]]) {
      const turner = byId(id);
      turner.hidden = !links[other];
      if (links[other]) turner.href = links[other].href;
    }
    byId("keep").href = link.dataset.src;
    byId("keep").textContent = link.dataset.keep;
    history.replaceState(null, "", link.href);
    tell();
    keep();
    if (play) audio.play();
  };

  const tell = () => {
    if (!navigator.mediaSession) return;
    navigator.mediaSession.metadata = new MediaMetadata({
      title: links[at].dataset.name,
      artist: player.dataset.authors,
      album: player.dataset.book,
    });
  };

  const skip = (seconds) => (audio.currentTime = Math.max(0, audio.currentTime + seconds));

  links.forEach((link, index) =>
    link.addEventListener("click", (event) => {
      event.preventDefault();
      turn(index);
    }),
  );
  for (const [id, by] of [["before", -1], ["after", 1]]) {
    byId(id).addEventListener("click", (event) => {
      event.preventDefault();
      turn(at + by);
    });
  }
  byId("more").hidden = false;
  for (const button of player.querySelectorAll("[data-skip]")) {
    button.addEventListener("click", () => skip(Number(button.dataset.skip)));
  }
  const speed = byId("speed");
  speed.addEventListener("change", () => {
    audio.defaultPlaybackRate = audio.playbackRate = Number(speed.value);
    keep();
  });
  if (kept.speed) {
    speed.value = String(kept.speed);
    audio.defaultPlaybackRate = audio.playbackRate = kept.speed;
  }
  if (links[kept.at] && (kept.at > 0 || kept.time > 5)) {
    const resume = byId("resume").querySelector("a");
    resume.textContent = resume.dataset.text
      .replace("{0}", kept.at + 1)
      .replace("{1}", Math.floor(kept.time / 60) + 1);
    byId("resume").hidden = false;
    resume.addEventListener("click", () => turn(kept.at, kept.time, true));
  }
  audio.addEventListener("ended", () => turn(at + 1, 0, true));
  audio.addEventListener("pause", keep);
  let saved = 0;
  audio.addEventListener("timeupdate", () => {
    if (Date.now() - saved > 5000) {
      saved = Date.now();
      keep();
    }
  });
  tell();
  const session = navigator.mediaSession;
  if (session) {
    const deeds = {
      previoustrack: () => turn(at - 1),
      nexttrack: () => turn(at + 1),
      seekbackward: () => skip(-30),
      seekforward: () => skip(30),
    };
    for (const [deed, act] of Object.entries(deeds)) session.setActionHandler(deed, act);
  }
}
