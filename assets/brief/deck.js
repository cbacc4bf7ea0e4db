'use strict';
(() => {
  const root = document.documentElement;
  const scenes = [...document.querySelectorAll('.scene')];
  const stepsOf = scene => Number(scene.dataset.steps || 1);
  let at = 0;
  let step = 0;

  // Hides what comes with a later step: events, and links until both their ends are there.
  const reveal = (scene, upTo) => {
    for (const part of scene.querySelectorAll('[data-subject]')) {
      const from = scene.stepOf.get(part.dataset.subject);
      if (from !== undefined) part.classList.toggle('gone', from > upTo);
    }
  };
  const show = (index, wanted) => {
    at = Math.max(0, Math.min(index, scenes.length - 1));
    const scene = scenes[at];
    step = Math.max(0, Math.min(wanted, stepsOf(scene) - 1));
    scenes.forEach((other, i) => other.classList.toggle('on', i === at));
    reveal(scene, step);
    document.querySelectorAll('.progress').forEach(bar =>
      [...bar.children].forEach((dash, i) => dash.classList.toggle('seen', i <= at)));
    const hash = '#' + scene.id + (step + 1 < stepsOf(scene) ? '/' + (step + 1) : '');
    if (location.hash !== hash) history.replaceState(null, '', hash);
    hideTip();
    window.scrollTo(0, 0);
  };
  const fromHash = () => {
    const [id, number] = location.hash.slice(1).split('/');
    const index = scenes.findIndex(scene => scene.id === id);
    if (index < 0) { // a source, on the scene of all sources
      const place = document.getElementById(id);
      const scene = place && place.closest('.scene');
      show(scene ? scenes.indexOf(scene) : 0, 0);
      return scene && place.scrollIntoView({block: 'center'});
    }
    show(index, number === undefined ? stepsOf(scenes[index]) - 1 : Number(number) - 1);
  };
  const next = () => step + 1 < stepsOf(scenes[at]) ? show(at, step + 1) : at + 1 < scenes.length && show(at + 1, 0);
  const back = () => step > 0 ? show(at, step - 1) : at > 0 && show(at - 1, stepsOf(scenes[at - 1]) - 1);

  for (const scene of scenes) {
    scene.stepOf = new Map(Object.entries(JSON.parse(scene.dataset.reveal || '{}')));
  }

  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.hidden = true;
  document.body.append(tip);
  const hideTip = () => { tip.hidden = true; };
  const showTip = (scene, subject, x, y) => {
    const entry = document.getElementById(scene.id + '_' + subject.replace(':', '-'));
    if (!entry) return hideTip();
    tip.replaceChildren(...[...entry.childNodes].map(node => node.cloneNode(true)));
    tip.hidden = false;
    const box = tip.getBoundingClientRect();
    tip.style.left = Math.max(8, Math.min(x + 16, innerWidth - box.width - 8)) + 'px';
    tip.style.top = Math.max(8, y + 20 + box.height > innerHeight ? y - box.height - 12 : y + 20) + 'px';
  };
  document.addEventListener('pointermove', event => {
    if (event.pointerType === 'touch') return;
    const part = event.target.closest && event.target.closest('[data-subject^="event:"]');
    if (!part || part.classList.contains('gone')) return hideTip();
    showTip(part.closest('.scene'), part.dataset.subject, event.clientX, event.clientY);
  });

  let touched = null;
  document.addEventListener('touchstart', event => {
    touched = event.touches.length === 1 ? event.touches[0] : null;
  }, {passive: true});
  document.addEventListener('touchend', event => {
    if (!touched) return;
    const end = event.changedTouches[0];
    const dx = end.clientX - touched.clientX;
    const dy = end.clientY - touched.clientY;
    const scrolls = event.target.closest('.stage') && event.target.closest('.stage').scrollWidth > innerWidth + 1;
    if (!scrolls && Math.abs(dx) > 50 && Math.abs(dx) > 2 * Math.abs(dy)) dx < 0 ? next() : back();
    touched = null;
  }, {passive: true});
  document.addEventListener('click', event => {
    if (event.target.closest('a, summary, details, button')) return;
    const part = event.target.closest('[data-subject^="event:"]');
    if (part) return showTip(part.closest('.scene'), part.dataset.subject, event.clientX, event.clientY);
    event.clientX < innerWidth / 4 ? back() : next();
  });

  // What lies under the slide: shown and looked at, or put away again.
  const unfold = (state, what) => {
    const shown = root.classList.toggle(state);
    const part = scenes[at].querySelector(what);
    if (part && 'open' in part) part.open = shown;
    if (part && shown) part.scrollIntoView({block: 'nearest'});
  };

  let typed = '';
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key;
    const number = typed;
    typed = '';
    if (/^[0-9]$/.test(key)) typed = (number + key).slice(-3);
    else if (key === 'Enter' && number !== '') show(Number(number) - 1, 0);
    else if (['ArrowRight', 'PageDown', ' ', 'Enter'].includes(key)) {
      if (event.target.closest('a, summary')) return;
      next();
    } else if (['ArrowLeft', 'PageUp', 'Backspace'].includes(key)) back();
    else if (key === 'Home') show(0, 0);
    else if (key === 'End') show(scenes.length - 1, 99);
    else if (key === 'd' || key === 'D') root.classList.toggle('light');
    else if (key === 'n' || key === 'N') unfold('show-notes', '.notes');
    else if (key === 's' || key === 'S') unfold('show-details', 'details');
    else if (key === 'f' || key === 'F') document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen();
    else if (key === 'Escape') hideTip();
    else return;
    event.preventDefault();
  });

  if (root.dataset.theme === 'light' || (root.dataset.theme === '' && matchMedia('(prefers-color-scheme: light)').matches))
    root.classList.add('light');
  root.classList.add('one');
  addEventListener('hashchange', fromHash);
  fromHash();
})();
