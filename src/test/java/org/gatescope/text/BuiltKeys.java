package org.gatescope.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatescope.cell.Book;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.engine.HeldOutput;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Merging;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.Shortcut;
import org.gatescope.engine.diagnostics.GradientCheck;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.engine.training.Initialiser;
import org.gatescope.explain.Remark;
import org.gatescope.format.code.CodeTarget;
import org.gatescope.format.data.ArrayOrder;
import org.gatescope.format.data.Choices;
import org.gatescope.format.data.Role;
import org.gatescope.format.data.Scaling;
import org.gatescope.format.data.TextForm;
import org.gatescope.format.export.WeightNames;
import org.gatescope.format.found.Maker;
import org.gatescope.format.found.Unstated;
import org.gatescope.format.text.CopyForm;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.ExampleGroup;
import org.gatescope.lesson.FinishedLesson;
import org.gatescope.lesson.Lock;
import org.gatescope.lesson.Notebook;
import org.gatescope.lesson.Task;
import org.gatescope.picture.ColourMap;
import org.gatescope.picture.lane.ScaleChoice;
import org.gatescope.picture.sheet.Paper;
import org.gatescope.session.Phase;
import org.gatescope.session.Split;
import org.gatescope.session.Stretch;
import org.gatescope.ui.theme.Theme;
import org.gatescope.ui.tour.TourStop;
import org.gatescope.ui.window.MainWindow;
import org.gatescope.ui.window.Rooms;

/**
 * The keys that are put together while the program runs, from a constant or the name of a control: each constant has its
 * texts, and each text its constant.
 */
final class BuiltKeys {
    private BuiltKeys() {}

    static Set<String> of(String bundle) {
        return switch (bundle) {
            case "format" ->
                all(
                        each(Stream.of("rnn", "gru", "lstm"), "torch.note.%s"),
                        each(Stream.of("merging", "shortcut"), "own.%s"),
                        each(Stream.of("hidden", "large", "mistakes"), "page.%s"));
            case "format.page" ->
                all(
                        each(Stream.of("forward", "loss", "backward"), "phase.%s"),
                        each(Stream.of("values", "gradients"), "tables.%s"),
                        each(
                                Stream.of("start", "stepBack", "back", "play", "pause", "on", "stepOn", "end"),
                                "player.%s"),
                        each(Stream.of("given", "kept", "nothing", "over", "passed-on", "weight"), "remark.%s"));
            case "ui.cell" ->
                all(each(
                        Stream.of("hard_sigmoid", "hard_sigmoid_6", "silu", "gelu", "elu", "max", "min", "clip"),
                        "function.%s"));
            case "ui" -> all(each(Stream.of("new", "edit", "teacher", "handed-in"), "lesson.%s"));
            case "ui.compare" ->
                all(
                        each(Stream.of("this", "other", "difference"), "side.%s", "side.%s.tip"),
                        each(Stream.of("pin", "before", "file", "right", "let-go"), "%s", "%s.tip"),
                        each(Stream.of("RNN", "LSTM", "GRU"), "cell.%s", "cell.%s.tip"),
                        each(Stream.of("gates", "candidates", "states", "gradients", "flow"), "three.%s"));
            case "ui.model" ->
                all(
                        each(ids(Maker.values(), Maker::key), "maker.%s"),
                        each(ids(Unstated.Subject.values(), BuiltKeys::dashed), "choice.%s"),
                        each(Stream.of("network", "embedding", "dense", "activation-of-dense"), "choice.%s"),
                        each(Stream.of("identity", "sigmoid", "softmax"), "dense.%s"),
                        each(Stream.of("input", "expected"), "vector.%s.is"));
            case "cli" ->
                all(
                        each(
                                Stream.of(
                                        "synopsisHeading",
                                        "commandListHeading",
                                        "optionListHeading",
                                        "exitCodeListHeading"),
                                "usage.%s"),
                        each(Stream.of("0", "1", "2"), "usage.exitCodeList.%s"),
                        each(Stream.of("help", "version"), "mixinStandardHelpOptions.%s"),
                        each(Stream.of("header", "description"), "gatescope.usage.%s"),
                        each(
                                Stream.of(
                                        "usage.header",
                                        "usage.description",
                                        "usage.footerHeading",
                                        "usage.footer.0",
                                        "usage.footer.1",
                                        "by-hand",
                                        "draw",
                                        "hide",
                                        "blanks",
                                        "copies",
                                        "seed",
                                        "digits",
                                        "paper",
                                        "title",
                                        "out",
                                        "key"),
                                "gatescope.worksheet.%s"),
                        each(Stream.of("header", "description"), "gatescope.verify.usage.%s"),
                        each(Stream.of("0", "1", "2"), "gatescope.verify.usage.exitCodeList.%s"),
                        each(Stream.of("at", "model", "width", "texts", "pixels", "out"), "gatescope.render.%s"),
                        each(
                                Stream.of(
                                        "usage.header",
                                        "usage.description",
                                        "hide",
                                        "out",
                                        "usage.footerHeading",
                                        "usage.footer.0",
                                        "usage.footer.1"),
                                "gatescope.page.%s"),
                        each(
                                Stream.of(
                                        "usage.header",
                                        "usage.description",
                                        "files",
                                        "look",
                                        "out",
                                        "usage.footerHeading",
                                        "usage.footer.0",
                                        "usage.footer.1"),
                                "gatescope.contact-sheets.%s"),
                        each(
                                Stream.of(
                                        "usage.header",
                                        "teacher.usage.header",
                                        "answers.usage.header",
                                        "answers.usage.description"),
                                "gatescope.lesson.%s"),
                        each(
                                Stream.of(
                                        "from",
                                        "to",
                                        "each",
                                        "fps",
                                        "hold",
                                        "out",
                                        "usage.header",
                                        "usage.description",
                                        "usage.footerHeading",
                                        "usage.footer.0",
                                        "usage.footer.1"),
                                "gatescope.film.%s"),
                        each(
                                Stream.of(
                                        "weights",
                                        "cell",
                                        "units",
                                        "bidirectional",
                                        "reverse",
                                        "merging",
                                        "input",
                                        "inputs",
                                        "steps",
                                        "sequences",
                                        "upstream",
                                        "layout",
                                        "seed",
                                        "quantities",
                                        "out"),
                                "gatescope.trace.%s"),
                        each(
                                Stream.of(
                                        "header",
                                        "description",
                                        "footerHeading",
                                        "footer.0",
                                        "footer.1",
                                        "footer.2",
                                        "footer.3",
                                        "footer.4"),
                                "gatescope.trace.usage.%s"),
                        each(
                                Stream.of(
                                        "prefix",
                                        "activation",
                                        "recurrent-activation",
                                        "forget-bias",
                                        "reset-after",
                                        "two-biases"),
                                "import.%s"),
                        each(
                                Stream.of(
                                        "IN",
                                        "OUT",
                                        "names",
                                        "dtype",
                                        "dense",
                                        "usage.header",
                                        "usage.description",
                                        "usage.footerHeading",
                                        "usage.footer.0",
                                        "usage.footer.1",
                                        "usage.footer.2"),
                                "gatescope.convert.%s"),
                        each(
                                Stream.of(
                                        "usage.header",
                                        "usage.description",
                                        "usage.footerHeading",
                                        "usage.footer.0",
                                        "usage.footer.1",
                                        "session",
                                        "example",
                                        "to",
                                        "out"),
                                "gatescope.code.%s"),
                        each(
                                Stream.of(
                                        "session",
                                        "epochs",
                                        "rate",
                                        "out",
                                        "usage.header",
                                        "usage.description",
                                        "usage.exitCodeList.0",
                                        "usage.exitCodeList.1",
                                        "usage.exitCodeList.2",
                                        "usage.footerHeading",
                                        "usage.footer.0",
                                        "usage.footer.1"),
                                "gatescope.train.%s"),
                        each(
                                Stream.of(
                                        "session",
                                        "usage.header",
                                        "usage.description",
                                        "usage.footerHeading",
                                        "usage.footer.0"),
                                "gatescope.describe.%s"),
                        each(
                                Stream.of(
                                        "shell",
                                        "usage.header",
                                        "usage.footerHeading",
                                        "usage.footer.0",
                                        "usage.footer.1"),
                                "gatescope.completion.%s"),
                        each(ids(Layer.Directions.values(), Enum::name), "describe.directions.%s"),
                        each(Stream.of("SUM", "AVERAGE", "PRODUCT"), "describe.merging.%s"),
                        each(Stream.of("ADDED", "CONCATENATED"), "describe.shortcut.%s"),
                        each(Stream.of("verify"), "gatescope.%s.FILE-OR-FOLDER"),
                        each(Stream.of("usage"), "gatescope.render.%s.header"),
                        each(Stream.of("files", "trace.session", "check.session", "cells.name"), "gatescope.%s"),
                        each(
                                Stream.of("header", "description", "footerHeading", "footer.0"),
                                "gatescope.check.usage.%s"),
                        each(Stream.of("0", "1", "2"), "gatescope.check.usage.exitCodeList.%s"),
                        each(Stream.of("header", "footerHeading", "footer.0", "footer.1"), "gatescope.cells.usage.%s"),
                        each(ids(GradientCheck.Verdict.values(), BuiltKeys::lower), "check.%s"));
            case "ui.file" ->
                all(
                        each(ids(WeightNames.values(), WeightNames::id), "export.%s"),
                        each(Stream.of("part", "theme", "width", "letters", "density"), "picture.%s", "picture.%s.tip"),
                        each(ids(Theme.values(), Enum::name), "picture.theme.%s"),
                        each(Stream.concat(Stream.of("window"), MainWindow.PANES.stream()), "picture.part.%s"),
                        each(
                                Stream.of("numbers", "hidden", "blanks", "copies", "seed", "paper"),
                                "sheet.%s",
                                "sheet.%s.tip"),
                        each(Stream.of("HAND_RELU", "HAND_IDENTITY", "SESSION", "DRAWN"), "sheet.numbers.%s"),
                        each(ids(Paper.values(), Enum::name), "sheet.paper.%s"),
                        each(Stream.of("part", "span", "stride", "speed"), "film.%s", "film.%s.tip"),
                        each(Stream.of("ALL", "FROM_PLAYHEAD", "TO_PLAYHEAD"), "film.span.%s"),
                        each(ids(Stretch.Stride.values(), Enum::name), "film.stride.%s"),
                        each(Stream.of("screen", "column", "slide"), "picture.width.%s"),
                        each(Stream.of("USUAL", "FONTS", "OUTLINES"), "picture.letters.%s"));
            case "ui.code" -> all(each(ids(CodeTarget.values(), CodeTarget::id), "target.%s"));
            case "ui.control" ->
                all(
                        each(ids(CopyForm.values(), Enum::name), "copy-as.%s"),
                        each(ids(Book.values(), BuiltKeys::lower), "notation.%s"));
            case "engine.mistakes" ->
                all(each(ids(Mistake.values(), Mistake::id), "%s.title", "%s.explanation", "%s.unseen"));
            case "format.data" ->
                all(
                        each(ids(TextForm.Separator.values(), BuiltKeys::lower), "why.separator.%s"),
                        each(ids(Choices.Aim.values(), BuiltKeys::lower), "why.aim.%s"),
                        each(Stream.of("true", "false"), "why.header.%s"),
                        each(Stream.of("sequence", "time", "target"), "why.role.%s"));
            case "format.session" ->
                all(each(
                        Stream.of(
                                "refused",
                                "large",
                                "gone",
                                "unreadable",
                                "unreadable.denied",
                                "unreadable.folder",
                                "unwritten",
                                "unwritten.denied",
                                "unwritten.read-only",
                                "unwritten.folder"),
                        "file.%s"));
            case "lesson" ->
                all(
                        each(ids(Example.values(), Example::id), "example.%s", "purpose.%s", "subject.%s"),
                        each(ids(ExampleGroup.values(), ExampleGroup::id), "group.%s", "group.%s.purpose"),
                        each(ids(Task.values(), Task::id), "%s.title", "%s.purpose"),
                        each(ids(FinishedLesson.values(), FinishedLesson::id), "lesson.%s", "lesson.%s.purpose"),
                        each(ids(Notebook.values(), BuiltKeys::lower), "notebook.%s"),
                        each(ids(Mistake.values(), mistake -> lower(mistake.where())), "hint.%s"),
                        each(Stream.of("h", "pre", "h3"), "figure.%s"),
                        each(Stream.of("dx", "dh0"), "figure.d.%s"),
                        each(Stream.of("h", "pre", "h3"), "printed.%s"),
                        each(Stream.of("dx", "dh0"), "printed.d.%s"),
                        each(Stream.of("c"), "figure.%s.dx"),
                        each(Stream.of("c"), "printed.%s.dx"));
            case "ui.data" ->
                all(
                        each(ids(TextForm.Separator.values(), BuiltKeys::lower), "separator.%s"),
                        each(ids(ArrayOrder.values(), BuiltKeys::lower), "order.%s"),
                        each(ids(Role.values(), BuiltKeys::lower), "role.%s"),
                        each(ids(Choices.Aim.values(), BuiltKeys::lower), "aim.%s"),
                        each(ids(Scaling.values(), BuiltKeys::lower), "scaling.%s"));
            case "ui.debug" ->
                all(
                        each(Stream.of("breakpoints", "watches"), "section.%s"),
                        each(Stream.of("break-condition", "watch-expression"), "%s.prompt"),
                        each(Stream.of("break-operation", "break-step", "break-nan", "watch-this"), "%s.tip"));
            case "ui.diagnostics" ->
                all(
                        each(ids(GradientCheck.Verdict.values(), BuiltKeys::lower), "verdict.%s"),
                        each(Stream.of("check", "jacobian", "spectrum", "portrait", "statistics"), "card.%s"),
                        each(Stream.of("first", "second"), "portrait.%s"),
                        each(Stream.of("spectral", "frobenius"), "norm.%s"),
                        each(
                                Stream.of(
                                        "failed",
                                        "waiting",
                                        "stopped",
                                        "large",
                                        "agrees",
                                        "doubtful",
                                        "cut",
                                        "differs"),
                                "lamp.%s"),
                        each(Stream.of("index", "similarity", "peak"), "order.%s"),
                        each(
                                Stream.of(
                                        "failed",
                                        "waiting",
                                        "stopped",
                                        "large",
                                        "agrees",
                                        "doubtful",
                                        "cut",
                                        "differs"),
                                "lamp.%s.spoken"));
            case "ui.equations" ->
                all(
                        each(Stream.of("TO_COME", "LIT", "DONE"), "line.%s"),
                        each(Stream.of("FORWARD", "LOSS", "BACKWARD"), "lines.lit.%s"),
                        each(Stream.of("step", "sum", "whole"), "share.%s"));
            case "ui.grid" ->
                all(each(
                        Stream.of(
                                "copy",
                                "cut",
                                "paste",
                                "fill",
                                "fill_down",
                                "fill_right",
                                "clear",
                                "randomise",
                                "select_all"),
                        "menu.%s"));
            case "ui.inspect" ->
                all(
                        each(ids(Remark.values(), BuiltKeys::dashed), "remark.%s"),
                        each(Stream.of("h", "z", "y", "target", "loss", "weight"), "read-out.%s"),
                        each(Stream.of("x", "token"), "embedding.%s"));
            case "ui.lab" ->
                all(
                        each(Stream.of("effects", "list", "spot", "notebooks"), "section.%s"),
                        each(Stream.of("start", "hint", "give-up", "guess"), "spot.%s"),
                        each(Stream.of("written", "corrected"), "figures.%s"));
            case "ui.lane" ->
                all(
                        each(ids(ColourMap.values(), ColourMap::key), "map.%s"),
                        each(ids(ScaleChoice.values(), ScaleChoice::key), "scale.%s"),
                        each(Stream.of("this", "other", "difference"), "compared.%s"));
            case "ui.stage" ->
                all(
                        each(Stream.of("h", "z", "y", "target", "loss"), "read-out.%s"),
                        each(Stream.of("other", "difference"), "%s", "%s.long"),
                        each(ids(Loss.Kind.values(), Enum::name), "note.%s"));
            case "ui.tables" ->
                all(
                        each(
                                Stream.of("words", "vectorized", "white-space", "matches", "characters"),
                                "text.%s",
                                "text.%s.tip"),
                        each(Stream.of("batch-first", "time-first"), "array.%s"),
                        each(
                                Stream.of("keras-pytorch", "onnx", "tensorflow-1", "pytorch", "keras-onnx", "tables"),
                                "split.%s"),
                        each(Stream.of("lower", "same", "pattern", "most", "unknown"), "text.%s"),
                        each(ids(ReadOut.Activation.values(), Enum::name), "activation.%s"),
                        each(ids(Loss.Kind.values(), Enum::name), "loss.%s"),
                        each(ids(Loss.Average.values(), Enum::name), "average.%s"),
                        each(ids(Layer.Directions.values(), Enum::name), "directions.%s"),
                        each(ids(Merging.values(), Enum::name), "merging.%s"),
                        each(ids(Shortcut.values(), Enum::name), "shortcut.%s", "shortcut.%s.tip"),
                        each(ids(Initialiser.Kind.values(), Enum::name), "kind.%s"),
                        each(Stream.of("OWN", "KERAS", "PYTORCH"), "start.%s", "start.%s.tip"),
                        each(
                                Stream.of("network", "weights", "dropout", "inputs", "targets", "states", "upstream"),
                                "section.%s"),
                        each(
                                Stream.of(
                                        "hidden",
                                        "inputs",
                                        "steps",
                                        "batch",
                                        "outputs",
                                        "embedding",
                                        "chunk",
                                        "window",
                                        "length"),
                                "size.%s"),
                        each(Stream.of("none", "chunks", "window"), "truncation.%s", "truncation.%s.tip"),
                        each(ids(HeldOutput.values(), Enum::name), "held.%s", "held.%s.tip"),
                        each(Stream.of("each", "same", "training", "evaluated"), "dropout.%s", "dropout.%s.tip"),
                        each(Stream.of("dropout"), "rate.%s", "rate.%s.spoken"),
                        each(Stream.of("typed", "pasted", "filled", "cleared", "randomised"), "edit.%s"),
                        each(Stream.of("values", "gradients"), "show.%s"),
                        each(
                                Stream.of(
                                        "truncation",
                                        "held",
                                        "directions",
                                        "merging",
                                        "shortcut",
                                        "dropout-kind",
                                        "activation",
                                        "steps",
                                        "loss",
                                        "average",
                                        "aim",
                                        "read-out-bias",
                                        "draw-start",
                                        "draw-input",
                                        "draw-recurrent",
                                        "draw-read-out"),
                                "choice.%s"),
                        each(Stream.of("forward", "backward"), "direction.%s"),
                        each(Stream.of("TABLE", "NEXT_TOKEN"), "aim.%s"),
                        each(Stream.of("text", "array"), "input.%s"),
                        each(Stream.of("title", "hint", "prompt", "words", "characters", "use"), "text.%s"),
                        each(Stream.of("title", "hint", "prompt", "batch-first", "time-first", "use"), "array.%s"),
                        each(Stream.of("input", "recurrent", "read-out", "bias", "forget-bias", "seed"), "draw.%s"),
                        each(
                                Stream.of(
                                        "outputs",
                                        "embedding",
                                        "chunk",
                                        "window",
                                        "length",
                                        "hidden",
                                        "inputs",
                                        "steps",
                                        "batch"),
                                "size.%s.spoken"),
                        each(Stream.of("NONE"), "activation.%s"));
            case "ui.training" ->
                all(
                        each(Stream.of("loss", "accuracy", "norm", "both"), "curve.%s"),
                        each(ids(Split.Chosen.values(), BuiltKeys::lower), "tested.%s", "tested.%s.tip"),
                        each(
                                Stream.of(
                                        "optimizer",
                                        "definition",
                                        "batches",
                                        "beyond",
                                        "plateau",
                                        "schedule",
                                        "clipping",
                                        "tested"),
                                "setting.%s"),
                        each(
                                Stream.of(
                                        "momentum",
                                        "decay",
                                        "epsilon",
                                        "beta1",
                                        "beta2",
                                        "decoupled-decay",
                                        "stop-patience",
                                        "stop-delta",
                                        "batch-size",
                                        "shuffled",
                                        "shuffle-seed",
                                        "chunk-steps",
                                        "centred",
                                        "amsgrad",
                                        "accumulator",
                                        "shrink",
                                        "grow",
                                        "least-step",
                                        "most-step",
                                        "period",
                                        "patience",
                                        "threshold",
                                        "rest",
                                        "least-rate",
                                        "warm-up",
                                        "warm-up-share",
                                        "matrices-alone",
                                        "rate",
                                        "every",
                                        "factor",
                                        "last-rate",
                                        "limit",
                                        "weight-decay",
                                        "epochs",
                                        "tests",
                                        "test-seed",
                                        "ridge-lambda",
                                        "ridge-washout"),
                                "setting.%s",
                                "setting.%s.tip"),
                        each(
                                Stream.of(
                                        "sgd",
                                        "momentum",
                                        "nesterov",
                                        "sgd-over-batch",
                                        "rmsprop",
                                        "adagrad",
                                        "adam",
                                        "adamw",
                                        "rprop"),
                                "optimizer.%s",
                                "optimizer.%s.tip"),
                        each(Stream.of("pytorch", "keras"), "definition.%s", "plateau.%s", "plateau.%s.tip"),
                        each(
                                Stream.of("momentum", "nesterov", "rmsprop", "adagrad", "adam", "adamw"),
                                "definition.%s.pytorch.tip",
                                "definition.%s.keras.tip"),
                        each(
                                Stream.of("constant", "steps", "exponential", "cosine", "plateau"),
                                "schedule.%s",
                                "schedule.%s.tip"),
                        each(Stream.of("stays", "rises", "restarts"), "beyond.%s", "beyond.%s.tip"),
                        each(Stream.of("whole", "sequences", "chunks"), "batches.%s", "batches.%s.tip"),
                        each(Stream.of("paused", "running", "begun"), "state.%s", "state.%s.parts"),
                        each(
                                Stream.of(
                                        "none", "by-value", "by-norm", "by-norm-pytorch", "by-tensor", "by-parameter"),
                                "clipping.%s",
                                "clipping.%s.tip"),
                        each(Stream.of("0", "5", "20", "60"), "pace.%s"),
                        each(Stream.of("given", "count", "temperature", "draw-seed"), "go-on.%s"));
            case "ui.tour" ->
                all(
                        each(Stream.of("back", "next", "leave"), "%s", "%s.tip"),
                        each(ids(TourStop.values(), TourStop::id), "stop.%s", "stop.%s.do", "stop.%s.done"));
            case "ui.transport" ->
                all(each(
                        Stream.of(
                                "start",
                                "step-out-back",
                                "step-out",
                                "time-step-back",
                                "step-back",
                                "play",
                                "pause",
                                "step",
                                "time-step",
                                "end"),
                        "transport.%s"));
            case "ui.handin" ->
                all(each(Stream.of("right", "known", "wrong", "words", "shown", "open", "gone"), "mark.%s"));
            case "ui.lesson.edit" ->
                all(
                        each(Stream.of("add", "copy", "delete", "up", "down"), "%s", "%s.tip"),
                        each(Stream.of("formula", "link", "done", "undo", "redo"), "%s", "%s.tip"),
                        each(Stream.of("title", "minutes", "goals"), "lesson.%s"),
                        each(Stream.of("place", "shown"), "%s"),
                        each(
                                Stream.of("known.add", "open-number", "place.any", "place.go", "place.now"),
                                "%s",
                                "%s.tip"),
                        each(
                                Arrays.stream(Lock.values())
                                        .map(lock -> lock.name().toLowerCase(Locale.ROOT)),
                                "lock.%s"),
                        each(
                                Stream.of(
                                        "sign", "larger", "amount", "unit", "line-of-cell", "words", "sketch", "goal"),
                                "kind.%s"),
                        each(
                                Stream.of(
                                        "number",
                                        "than",
                                        "tolerance",
                                        "units",
                                        "part",
                                        "line",
                                        "curve",
                                        "low",
                                        "high",
                                        "conditions",
                                        "attempts",
                                        "solution"),
                                "field.%s",
                                "field.%s.help"));
            case "ui.lesson" ->
                all(
                        each(Stream.of("back", "again", "next"), "%s", "%s.tip"),
                        each(Stream.of("skip", "restart", "check"), "%s"),
                        each(Stream.of("goal.holds", "goal.open", "sketch.right", "sketch.nearly"), "%s"),
                        each(Stream.of("negative", "zero", "positive"), "sign.%s"),
                        each(Stream.of("smaller", "equal", "larger"), "larger.%s"),
                        each(Stream.of("negative", "zero", "positive", "smaller", "equal", "larger"), "said.%s"));
            case "ui.projector" -> all(each(Stream.of("arrow", "pointer", "pen", "highlighter"), "%s"));
            case "ui.window" ->
                all(
                        each(
                                Arrays.stream(Lock.values())
                                        .map(lock -> lock.name().toLowerCase(Locale.ROOT)),
                                "lock.%s"),
                        each(
                                Stream.of(
                                        "square",
                                        "square-time",
                                        "zoom",
                                        "lane",
                                        "edit",
                                        "run-to",
                                        "trail",
                                        "speed",
                                        "go",
                                        "open",
                                        "presenter",
                                        "lesson",
                                        "board"),
                                "keys.%s"),
                        each(Stream.of("lesson", "tables", "edit"), "left.%s"),
                        each(Stream.of("playback", "view", "editing", "files", "rooms"), "keys.group.%s"),
                        each(Stream.of("tables", "network", "cell", "flow", "why"), "panel.%s"),
                        each(Stream.of("slider", "table", "text"), "keys-note.%s"),
                        each(Rooms.keys().stream(), "room.%s", "room.%s.tip"),
                        each(Stream.of("undo", "redo"), "%s.label"),
                        each(
                                Stream.of(
                                        "play",
                                        "step",
                                        "time-step",
                                        "part",
                                        "ends",
                                        "anywhere",
                                        "lesson",
                                        "go",
                                        "open",
                                        "menu",
                                        "notation",
                                        "take-over",
                                        "square",
                                        "square-time",
                                        "zoom",
                                        "lane",
                                        "edit",
                                        "copy",
                                        "leave",
                                        "undo",
                                        "run-to",
                                        "breakpoint",
                                        "watch",
                                        "trail",
                                        "roll",
                                        "scale",
                                        "files",
                                        "file-menu",
                                        "gallery",
                                        "speed",
                                        "panels",
                                        "fill",
                                        "projector",
                                        "presenter",
                                        "board",
                                        "fill-beside",
                                        "walk",
                                        "rooms",
                                        "pin",
                                        "cover",
                                        "uncover",
                                        "compared",
                                        "train"),
                                "keys.%s.does"));
            case "ui.words" ->
                all(
                        each(BuiltInCells.names().stream(), "cell.%s", "brief.%s"),
                        each(Stream.of("gru", "gru-two-biases", "gru-reset-before", "gru-chung"), "note.%s"),
                        each(ids(Phase.values(), BuiltKeys::lower), "phase.%s"),
                        each(Stream.of("i", "f", "o", "r", "z"), "gate.%s"),
                        each(Stream.of("i", "r"), "gate.ng.%s", "short.ng.%s"),
                        each(Stream.of("x", "h", "c", "g", "n", "j", "token", DropoutMasks.NAME), "quantity.%s"),
                        each(Stream.of("i", "f", "g", "o", "r", "z", "n", "h", "j"), "short.%s"));
            default -> Set.of();
        };
    }

    @SafeVarargs
    private static Set<String> all(Stream<String>... keys) {
        return Stream.of(keys).flatMap(Function.identity()).collect(Collectors.toSet());
    }

    /** Keys of each name in each form. */
    private static Stream<String> each(Stream<String> names, String... forms) {
        return names.flatMap(name -> Arrays.stream(forms).map(form -> form.replace("%s", name)));
    }

    private static <T> Stream<String> ids(T[] constants, Function<? super T, String> id) {
        return Arrays.stream(constants).map(id);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String dashed(Enum<?> constant) {
        return lower(constant).replace('_', '-');
    }
}
