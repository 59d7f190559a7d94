// The order in which a run is played. A position is the number of operations that are done.

class Schedule {
    /** @param passes each a part that goes through time once: the same operations at each of its steps */
    constructor(passes) {
        this.passes = passes;
        this.starts = [0];
        passes.forEach((pass) => {
            pass.completions = new Map();
            pass.operations.forEach(({ quantity, completes }, i) => completes && pass.completions.set(quantity, i));
            this.starts.push(this.starts[this.starts.length - 1] + pass.steps * pass.operations.length);
        });
        this.length = this.starts[passes.length];
    }

    /** Operations before a phase. */
    start(phase) {
        const index = this.passes.findIndex((pass) => pass.phase === phase);
        return index < 0 ? this.length : this.starts[index];
    }

    /** The pass that an operation belongs to. */
    indexAt(operation) {
        let index = 0;
        while (index < this.passes.length && this.starts[index + 1] <= operation) {
            index++;
        }
        return index;
    }

    /** The operation that was done last: its pass, its time step, and which of the step's operations; null at the start. */
    moment(position) {
        if (position === 0) {
            return null;
        }
        const index = this.indexAt(position - 1);
        const pass = this.passes[index];
        const within = position - 1 - this.starts[index];
        const step = stepOf(pass, Math.floor(within / pass.operations.length));
        return { pass, step, operation: pass.operations[within % pass.operations.length], place: within % pass.operations.length };
    }

    clamp(position) {
        return Math.max(0, Math.min(this.length, position));
    }

    /** To the end of the time step that is under way, or of the next one. */
    nextStep(position) {
        return position >= this.length ? position : this.#stepStart(position) + this.#perStep(position);
    }

    /** To the start of the time step that is under way, or of the one before. */
    previousStep(position) {
        return position === 0 ? 0 : this.#stepStart(position - 1);
    }

    #perStep(operation) {
        return this.passes[this.indexAt(operation)].operations.length;
    }

    #stepStart(operation) {
        const start = this.starts[this.indexAt(operation)];
        const perStep = this.#perStep(operation);
        return start + Math.floor((operation - start) / perStep) * perStep;
    }

    find(phase, part) {
        return this.passes.findIndex((pass) => pass.phase === phase && pass.part === part);
    }

    /** The end of a part's time step in a phase; undefined where it has none. */
    atStep(phase, part, step) {
        const index = this.find(phase, part);
        const pass = this.passes[index];
        if (!pass || step < pass.first || step >= pass.first + pass.steps) {
            return undefined;
        }
        return this.starts[index] + (played(pass, step) + 1) * pass.operations.length;
    }

    /** Where a quantity ("f"), or a gradient ("d.f"), of a step has just been computed. */
    made(part, name, step) {
        const [phase, key] = passOf(part, name);
        const end = this.atStep(phase, key, step);
        const pass = this.passes[this.find(phase, key)];
        return end === undefined
            ? undefined
            : end - pass.operations.length + completion(pass, name) + 1;
    }

    /** The steps, from and up to but without to, at which a quantity is complete. */
    complete(part, name, position) {
        const [phase, key] = passOf(part, name);
        const index = this.find(phase, key);
        const pass = this.passes[index];
        if (!pass) {
            return { from: 0, to: 0 };
        }
        const perStep = pass.operations.length;
        const done = Math.max(0, Math.min(position - this.starts[index], pass.steps * perStep));
        const count =
            done > 0 ? Math.floor(done / perStep) + (done % perStep > completion(pass, name) ? 1 : 0) : 0;
        return pass.descending
            ? { from: pass.first + pass.steps - count, to: pass.first + pass.steps }
            : { from: pass.first, to: pass.first + count };
    }

    isComplete(part, name, step, position) {
        const { from, to } = this.complete(part, name, position);
        return step >= from && step < to;
    }

    /** How many operations of a part's time step are done in a phase, and how many there are. */
    done(phase, part, step, position) {
        const index = this.find(phase, part);
        const pass = this.passes[index];
        if (!pass || step < pass.first || step >= pass.first + pass.steps) {
            return { done: 0, of: 0 };
        }
        const of = pass.operations.length;
        const before = this.starts[index] + played(pass, step) * of;
        return { done: Math.max(0, Math.min(of, position - before)), of };
    }
}

const isGradientName = (name) => name.startsWith("d.");

/** How many steps of a pass are played before one. */
const played = (pass, step) => (pass.descending ? pass.first + pass.steps - 1 - step : step - pass.first);
const stepOf = (pass, k) => pass.first + (pass.descending ? pass.steps - 1 - k : k);

/** What no operation makes is there from the step's first operation on; a gradient with the last. */
function completion(pass, name) {
    return pass.completions.get(name) ?? (pass.phase === "backward" ? pass.operations.length - 1 : 0);
}

function passOf(part, name) {
    if (isGradientName(name)) {
        return ["backward", part];
    }
    if (part === "dense") {
        return ["loss", name === "L" ? "dense.total" : part];
    }
    return ["forward", part];
}

/** The part that a pass is shown with: the sum of the loss goes with the read-out. */
const shownPart = (pass) => (pass.part === "dense.total" ? "dense" : pass.part);
