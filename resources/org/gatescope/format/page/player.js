// Plays the run: buttons, the bar of phases, keys, and what the playhead stands on.

const SPEEDS = [0.5, 1, 2, 5, 10, 30, 0];
const WHOLE_RUN = 10;
const ICONS = {
    start: "M6 5v14M19 5l-9 7 9 7z",
    stepBack: "M12 6l-6 6 6 6M19 6l-6 6 6 6",
    back: "M15 5l-7 7 7 7",
    play: "M8 5l11 7-11 7z",
    pause: "M8 5v14M16 5v14",
    on: "M9 5l7 7-7 7",
    stepOn: "M5 6l6 6-6 6M12 6l6 6-6 6",
    end: "M18 5v14M5 5l9 7-9 7z",
};

class Player {
    /** @param zoom changes the width of time steps by a factor */
    constructor(stage, zoom) {
        this.stage = stage;
        this.zoom = zoom;
        this.speed = 2;
        this.timer = null;
        this.#makeButtons();
        this.#makeBar();
        this.status = element("p", { class: "status" });
        this.element = element(
            "nav",
            { id: "player", "aria-label": text("player") },
            this.bar,
            element("div", { class: "row" }, element("div", { class: "buttons" }, ...this.buttons), this.choice, this.status),
        );
        document.addEventListener("keydown", (event) => this.#key(event));
        stage.on("move", () => this.update());
        this.update();
    }

    #makeButtons() {
        const { stage } = this;
        const { schedule } = stage;
        const go = (place) => () => {
            this.pause();
            stage.move(place(stage.position));
        };
        this.acts = {
            start: go(() => 0),
            stepBack: go((position) => schedule.previousStep(position)),
            back: go((position) => position - 1),
            play: () => this.toggle(false),
            on: go((position) => position + 1),
            stepOn: go((position) => schedule.nextStep(position)),
            end: go(() => schedule.length),
        };
        const keys = { start: "Home", stepBack: "Shift+ArrowLeft", back: "ArrowLeft", play: "Space", on: "ArrowRight", stepOn: "Shift+ArrowRight", end: "End" };
        this.buttons = Object.entries(this.acts).map(([name, act]) => iconButton(`player.${name}`, ICONS[name], act, keys[name]));
        this.play = this.buttons[3];
        this.play.classList.add("main");
        this.choice = element(
            "select",
            { class: "speed", "aria-label": text("speed"), onchange: (event) => this.setSpeed(Number(event.target.value)) },
            ...SPEEDS.map((speed) => element("option", { value: speed, selected: speed === 2, text: speed === 0 ? text("speed.whole") : text("speed.per-second", speed) })),
        );
    }

    /** Forward, loss and backward by their numbers of operations. */
    #makeBar() {
        const { schedule } = this.stage;
        const starts = ["forward", "loss", "backward"].map((phase) => schedule.start(phase));
        const ends = [...starts.slice(1), schedule.length];
        const phases = ["forward", "loss", "backward"].flatMap((phase, i) => {
            const from = Math.min(starts[i], ends[i]);
            const length = Math.max(0, ends[i] - from);
            if (length === 0) {
                return [];
            }
            const done = element("span", { class: "done" });
            const part = element("span", { class: `phase ${phase}` }, done, length / schedule.length > 0.08 ? element("span", { class: "label", text: text(`phase.${phase}`) }) : null);
            part.style.flexGrow = length;
            return [{ from, length, part, done }];
        });
        this.phases = phases;
        this.slider = element("input", {
            type: "range", min: 0, max: schedule.length, step: 1, "aria-label": text("position"),
            oninput: (event) => {
                this.pause();
                this.stage.move(Number(event.target.value));
            },
        });
        this.bar = element("div", { class: "bar" }, element("div", { class: "phases", "aria-hidden": "true" }, ...phases.map(({ part }) => part)), this.slider);
    }

    setSpeed(speed) {
        this.speed = speed;
        this.choice.value = String(speed);
        if (this.timer !== null) {
            this.#begin(this.isBack);
        }
    }

    get isPlaying() {
        return this.timer !== null;
    }

    toggle(isBack) {
        if (this.isPlaying) {
            this.pause();
        } else {
            this.#begin(isBack);
        }
        this.update();
    }

    pause() {
        if (this.timer !== null) {
            cancelAnimationFrame(this.timer);
            this.timer = null;
            this.update();
        }
    }

    #begin(isBack) {
        cancelAnimationFrame(this.timer);
        const { stage } = this;
        const { length } = stage.schedule;
        if (!isBack && stage.position >= length) {
            stage.move(0);
        }
        this.isBack = isBack;
        const from = stage.position;
        const began = performance.now();
        const speed = this.speed || Math.max(1, length / WHOLE_RUN);
        const frame = (now) => {
            const count = Math.floor(((now - began) / 1000) * speed);
            this.timer = requestAnimationFrame(frame);
            stage.move(from + (isBack ? -count : count));
            if (isBack ? stage.position === 0 : stage.position >= length) {
                this.pause();
            }
        };
        this.timer = requestAnimationFrame(frame);
    }

    #key(event) {
        if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=range]), select, textarea")) {
            return;
        }
        const act = this.#actOf(event);
        if (act) {
            act();
            event.preventDefault();
        }
    }

    #actOf(event) {
        const onButton = event.target.closest("button, summary");
        const shifted = event.shiftKey;
        switch (event.key) {
            case " ":
                return onButton ? null : () => this.toggle(shifted);
            case "ArrowRight":
                return shifted ? this.acts.stepOn : this.acts.on;
            case "ArrowLeft":
                return shifted ? this.acts.stepBack : this.acts.back;
            case "Home":
                return this.acts.start;
            case "End":
                return this.acts.end;
            case "<":
            case ">":
                return () => this.#faster(event.key === ">" ? 1 : -1);
            case "+":
            case "=":
                return () => this.zoom(1.25);
            case "-":
                return () => this.zoom(0.8);
            case "0":
                return () => this.zoom(0);
            case "Escape":
                return this.stage.opened ? () => this.stage.close() : null;
            default:
                return null;
        }
    }

    #faster(by) {
        const place = SPEEDS.indexOf(this.speed) + by;
        this.setSpeed(SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, place))]);
    }

    update() {
        const { position, schedule, moment } = this.stage;
        this.slider.value = position;
        this.phases.forEach(({ from, length, done }) => {
            done.style.width = `${100 * Math.max(0, Math.min(1, (position - from) / length))}%`;
        });
        const isPlaying = this.isPlaying;
        this.play.querySelector("path").setAttribute("d", isPlaying ? ICONS.pause : ICONS.play);
        this.play.setAttribute("aria-label", text(isPlaying ? "player.pause" : "player.play"));
        this.play.classList.toggle("playing", isPlaying);
        this.buttons.slice(0, 3).forEach((button) => (button.disabled = position === 0));
        this.buttons.slice(4).forEach((button) => (button.disabled = position === schedule.length));
        const place = text("position.of", position, schedule.length);
        this.status.replaceChildren(element("span", { class: "place", text: place }), ...this.#now(moment));
        this.slider.setAttribute("aria-valuetext", `${place} ${spokenMoment(moment, this.stage)}`);
        if (!isPlaying) {
            announce(spokenMoment(moment, this.stage));
        }
    }

    #now(moment) {
        if (!moment) {
            return [element("span", { class: "now-words", text: text("before") })];
        }
        return [
            element("span", { class: "now-words", text: stepWords(moment.step, this.stage.sequence) }),
            element("span", { class: "now-formula" }, ...momentFormula(moment)),
        ];
    }
}

/** What the operation computes: f ← σ(…) */
function momentFormula({ pass, operation }) {
    const cell = cellOf(shownPart(pass));
    const isBack = pass.phase === "backward";
    const base = operation.quantity.replace(/^d\./, "");
    const symbol = (isBack ? "∂" : "") + (cell?.symbols[base] ?? base);
    const sign = isBack ? (operation.completes ? " ← " : " ← ") : operation.completes ? " = " : ": ";
    return [formula(`${symbol}${sign}${operation.html ?? ""}`)];
}

function spokenMoment(moment, stage) {
    if (!moment) {
        return text("before");
    }
    const phase = text(`phase.${moment.pass.phase}`);
    const part = partOf(shownPart(moment.pass))?.label ?? "";
    return [phase, part, stepWords(moment.step, stage.sequence), momentFormula(moment)[0].textContent].join(", ");
}
