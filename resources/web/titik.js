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
    const { state, percent, files } = JSON.parse(event.data);
    if (bar) bar.value = percent;
    const over = state !== "waiting" && state !== "making";
    if (over) events.close();
    byId("early").hidden = over || !files;
    clearTimeout(later);
    later = setTimeout(speak, over ? 0 : Math.max(0, spoken + every - Date.now()));
  };
}

// Listening: chapters follow each other without a new page; place and speed are kept in this browser.
const player = byId("player");
if (player) {
  const audio = player.querySelector("audio");
  const list = byId("chapters");
  const links = () => [...list.querySelectorAll("a[data-src]")];
  const number = (link) => Number(link.dataset.number);
  const key = "listen." + player.dataset.key;
  const kept = (() => {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? {};
    } catch {
      return {};
    }
  })();
  let now = list.querySelector("a[aria-current]");
  let making = "events" in player.dataset;
  let goOn = false;

  // While the book is being made nobody is led past a chapter that is still to come.
  const beside = (by) => {
    const all = links();
    const other = all[all.indexOf(now) + by];
    return other && (!making || number(other) === number(now) + by) ? other : undefined;
  };

  const keep = () => {
    try {
      const place = { at: number(now), time: audio.currentTime, speed: audio.playbackRate };
      localStorage.setItem(key, JSON.stringify(place));
    } catch {
      // A browser that keeps nothing still plays.
    }
  };

  const turners = () => {
    for (const [id, by] of [["before", -1], ["after", 1]]) {
      const turner = byId(id);
      const other = beside(by);
      turner.hidden = !other;
      if (other) turner.href = other.href;
    }
  };

  const turn = (link, time = 0, play = !audio.paused) => {
    if (!link) return;
    now.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    now = link;
    goOn = false;
    const rate = audio.playbackRate;
    audio.src = link.dataset.src;
    audio.defaultPlaybackRate = audio.playbackRate = rate;
    if (time) audio.currentTime = time;
    const words = byId("now");
    words.firstChild.data = words.firstChild.data.replace(/\d+/, number(link));
    words.querySelector("span").textContent = link.dataset.name;
    turners();
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
      title: now.dataset.name,
      artist: player.dataset.authors,
      album: player.dataset.book,
    });
  };

  // Chapters that have become ready since the page came; nothing that has the focus is touched.
  const refresh = async () => {
    const answer = await fetch(now.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const rows = page.querySelectorAll("#chapters > li");
    if (rows.length !== list.children.length) return;
    [...list.children].forEach((row, index) => {
      if (!row.querySelector("a")) row.replaceChildren(...rows[index].childNodes);
    });
    const said = page.getElementById("making");
    making = Boolean(said);
    if (!said) byId("reload").hidden = true;
    byId("making").replaceChildren(...(said?.childNodes ?? []));
    byId("all").replaceChildren(...page.getElementById("all").childNodes);
    turners();
    if (goOn) turn(beside(1), 0, true);
  };
  if (making && window.EventSource) {
    const every = 15000;
    let files = links().length;
    let fresh = Date.now();
    let later = 0;
    const events = new EventSource(player.dataset.events);
    events.onmessage = (event) => {
      const present = JSON.parse(event.data);
      const over = present.state !== "waiting" && present.state !== "making";
      if (over) events.close();
      if (!over && present.files === files) return;
      files = present.files;
      clearTimeout(later);
      later = setTimeout(() => {
        fresh = Date.now();
        refresh();
      }, over || goOn ? 0 : Math.max(0, fresh + every - Date.now()));
    };
  }

  const skip = (seconds) => (audio.currentTime = Math.max(0, audio.currentTime + seconds));

  list.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-src]");
    if (!link) return;
    event.preventDefault();
    turn(link);
  });
  for (const [id, by] of [["before", -1], ["after", 1]]) {
    byId(id).addEventListener("click", (event) => {
      event.preventDefault();
      turn(beside(by));
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
  const left = links().find((link) => number(link) === kept.at);
  if (left && (kept.at > 1 || kept.time > 5)) {
    const resume = byId("resume").querySelector("a");
    resume.textContent = resume.dataset.text
      .replace("{0}", kept.at)
      .replace("{1}", Math.floor(kept.time / 60) + 1);
    byId("resume").hidden = false;
    resume.addEventListener("click", () => turn(left, kept.time, true));
  }
  audio.addEventListener("ended", () => {
    goOn = making && !beside(1);
    turn(beside(1), 0, true);
  });
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
      previoustrack: () => turn(beside(-1)),
      nexttrack: () => turn(beside(1)),
      seekbackward: () => skip(-30),
      seekforward: () => skip(30),
    };
    for (const [deed, act] of Object.entries(deeds)) session.setActionHandler(deed, act);
  }
}
