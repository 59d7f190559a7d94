package org.gatescope.format.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.Shortcut;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.Framework;
import org.gatescope.format.export.KnownCell;
import org.gatescope.session.Phase;

/** A session whose layers, and whose update, PyTorch has itself: {@code torch.nn} and {@code torch.optim}. */
final class TorchStack {
    private static final PythonTables TABLES = new PythonTables("np.array", "np.zeros", "np");

    private final CodeSubject subject;
    private final List<TorchModule> modules;
    private final List<TorchTensor> tensors;

    private TorchStack(CodeSubject subject, List<TorchModule> modules) {
        this.subject = subject;
        this.modules = modules;
        tensors = TorchTensor.of(subject.network(), modules);
    }

    /** Empty where there is anything that PyTorch does not have so. */
    static Optional<TorchStack> of(CodeSubject subject) {
        Network network = subject.network();
        boolean hasNumbers = subject.steps() > 0 && subject.batch() > 0;
        boolean isPlain = hasNumbers
                && !subject.isMasked()
                && subject.truncation().equals(Truncation.NONE)
                && network.layers().stream().allMatch(TorchStack::isModule);
        boolean readsPastTop =
                network.readOut().filter(readOut -> !readOut.everyStep()).isPresent()
                        && network.layers().getLast().shortcut() != Shortcut.NONE;
        if (!isPlain || readsPastTop) {
            return Optional.empty();
        }
        TorchStack found = new TorchStack(subject, modules(subject));
        return found.canUpdate() ? Optional.of(found) : Optional.empty();
    }

    private static boolean isModule(Layer layer) {
        boolean isKnown = KnownCell.of(layer.cell())
                .filter(cell -> !cell.torch().isEmpty())
                .filter(cell -> cell != KnownCell.LSTM_PROJECTED || layer.outputs() < layer.hidden())
                .isPresent();
        return isKnown && (layer.directions() == Directions.FORWARD || layer.directions() == Directions.BOTH);
    }

    /** Layers that one module can have stand together. */
    private static List<TorchModule> modules(CodeSubject subject) {
        List<TorchModule> modules = new ArrayList<>();
        List<Layer> layers = subject.network().layers();
        int first = 0;
        for (int next = 1; next <= layers.size(); next++) {
            if (next == layers.size() || !areOne(subject, next)) {
                int from = first;
                int to = next;
                modules.add(new TorchModule(subject.network().parts().stream()
                        .filter(part -> part.index() >= from && part.index() < to)
                        .toList()));
                first = next;
            }
        }
        return modules;
    }

    private static boolean areOne(CodeSubject subject, int index) {
        Layer below = subject.network().layers().get(index - 1);
        Layer layer = subject.network().layers().get(index);
        return layer.equals(below)
                && !layer.isMerged()
                && layer.shortcut() == Shortcut.NONE
                && subject.factors(index).isEmpty();
    }

    private boolean canUpdate() {
        if (subject.training().isEmpty()) {
            return true;
        }
        CodeSubject.Update update = subject.training().get();
        Set<String> held = TrainingConstants.held(subject, update.settings());
        return TorchOptimizer.of(update.settings()).isPresent()
                && tensors.stream().noneMatch(tensor -> tensor.isHeldInPart(held))
                && !tensors.stream().allMatch(tensor -> tensor.isHeld(held));
    }

    /** What the templates of modules ask for, in the place of what those of cells do. */
    void addTo(PythonProgram program) {
        program.flags.add("modules");
        program.flags.remove("needs-last");
        addModules(program.texts);
        subject.network().embedding().ifPresent(embedding -> {
            program.texts.put(
                    "EMBEDDING", "torch.nn.Embedding(" + subject.network().inputs() + ", " + embedding.columns() + ")");
            if (areTokens(subject.inputs().input())) {
                program.flags.add("tokens");
            }
        });
        subject.network().readOut().ifPresent(readOut -> addReadOut(readOut, program.texts));
        addData(program.texts);
        subject.training().ifPresent(update -> addTraining(update, program));
    }

    private void addModules(Map<String, String> texts) {
        texts.put("MODULES", modules.stream().map(module -> module.text() + ",").collect(Collectors.joining("\n")));
        List<Part> parts = subject.network().parts();
        texts.put(
                "LINKS",
                CodeLink.of(Phase.FORWARD, parts, CodeLink.WHOLE).mark()
                        + CodeLink.of(Phase.BACKWARD, parts, CodeLink.WHOLE).mark());
        texts.put(
                "MERGING",
                listed(modules.stream()
                        .map(module -> module.layer().isMerged()
                                ? module.layer().merging().name()
                                : "concatenation")));
        texts.put(
                "SHORTCUTS",
                listed(modules.stream().map(module -> module.layer().shortcut().name())));
        List<String> dropped = new ArrayList<>();
        for (int index = 0; index < modules.size(); index++) {
            int place = index;
            Layer layer = modules.get(index).layer();
            int steps = layer.dropout().sameAtEachStep() ? 1 : subject.steps();
            subject.factors(modules.get(index).first())
                    .ifPresent(factors -> dropped.add(TABLES.dropped(place, factors, steps, subject.batch())));
        }
        texts.put("DROPOUT", String.join("\n", dropped));
    }

    private static String listed(Stream<String> names) {
        return names.map(name -> "\"" + name.toLowerCase(Locale.ROOT) + "\"").collect(Collectors.joining(", "));
    }

    /** True if each row has a single 1 and zeros. */
    private static boolean areTokens(Matrix rows) {
        return IntStream.range(0, rows.rows()).allMatch(row -> {
            double[] numbers = rows.toArray()[row];
            return IntStream.range(0, numbers.length)
                                    .filter(i -> numbers[i] == 1)
                                    .count()
                            == 1
                    && IntStream.range(0, numbers.length)
                                    .filter(i -> numbers[i] == 0)
                                    .count()
                            == numbers.length - 1;
        });
    }

    private void addReadOut(ReadOut readOut, Map<String, String> texts) {
        String bias = readOut.hasBias() ? ")" : ", bias=False)";
        texts.put("LINEAR", "torch.nn.Linear(" + subject.network().width() + ", " + readOut.outputs() + bias);
        TorchModule top = modules.getLast();
        texts.put("LAST_H", "last[\"" + (modules.size() - 1) + ".h\"][-" + top.directions() + ":]");
    }

    private void addData(Map<String, String> texts) {
        texts.put("PARAMETERS", named(tensor -> tensor.values(subject.inputs().parameters())));
        texts.put("START", states(subject.inputs().initialState()));
        texts.put("END", states(subject.inputs().finalState()));
        NetworkTrace trace = subject.trace();
        texts.put("LAST_STATES", states(trace.finalStates()));
        Map<String, Matrix> gradients = subject.gradients();
        texts.put("GRADIENTS", named(tensor -> tensor.gradients(gradients)) + "\n" + states(gradients));
    }

    private String named(Function<TorchTensor, Matrix> numbers) {
        return tensors.stream()
                .map(tensor -> "\"" + tensor.name() + "\": "
                        + (tensor.isVector()
                                ? TABLES.vector(numbers.apply(tensor))
                                : TABLES.table(numbers.apply(tensor)))
                        + ",")
                .collect(Collectors.joining("\n"));
    }

    /** Of each module its layers and directions below one another, (layers · directions, N, H). */
    private String states(Map<String, Matrix> of) {
        List<String> lines = new ArrayList<>();
        for (int index = 0; index < modules.size(); index++) {
            List<Part> parts = modules.get(index).parts();
            for (String state : modules.get(index).layer().cell().states()) {
                Matrix all = Matrix.zeros(0, modules.get(index).layer().width(state));
                for (Part part : parts) {
                    all = TorchTensor.below(List.of(all, Objects.requireNonNull(of.get(part.state(state)), state)));
                }
                lines.add("\"" + index + "." + state + "\": " + TABLES.overTime(all, parts.size(), subject.batch())
                        + ",");
            }
        }
        return String.join("\n", lines);
    }

    private void addTraining(CodeSubject.Update update, PythonProgram program) {
        Set<String> held = TrainingConstants.held(subject, update.settings());
        Set<String> heldTensors = new TreeSet<>();
        Set<String> spared = new TreeSet<>();
        Map<String, Integer> zeroed = new LinkedHashMap<>();
        for (TorchTensor tensor : tensors) {
            if (tensor.isHeld(held)) {
                heldTensors.add(tensor.name());
            } else if (tensor.lacksAny()) {
                zeroed.put(tensor.name(), tensor.absent(subject.inputs().parameters()));
            }
            if (tensor.isVector() && update.settings().decay().matricesAlone()) {
                spared.add(tensor.name());
            }
        }
        List<String> apart = new ArrayList<>(TABLES.constant("HELD", heldTensors));
        apart.addAll(TABLES.constant("SPARED", spared));
        if (!zeroed.isEmpty()) {
            program.flags.add("zeroed");
            program.texts.put(
                    "ZEROED",
                    String.join(
                            "\n",
                            BrokenLines.python(
                                    "ZEROED = ",
                                    zeroed.entrySet().stream()
                                            .map(rows -> "\"" + rows.getKey() + "\": " + rows.getValue())
                                            .collect(Collectors.joining(", ", "{", "}")),
                                    0)));
        }
        if (!spared.isEmpty()
                && (update.settings().decay().coupled() != 0
                        || update.settings().decay().decoupled() != 0)) {
            program.flags.add("spares");
        }
        if (update.settings().clipping() instanceof Clipping.ByNorm(double limit, Framework as)
                && as != Framework.PYTORCH) {
            program.flags.add("clip-exact");
        }
        program.texts.put("APART", String.join("\n", apart));
        program.texts.put("UPDATED", named(tensor -> tensor.values(update.after())));
        program.texts.put("OPTIMIZER", TorchOptimizer.of(update.settings()).orElseThrow());
        program.texts.put("TRAINING", CodeTemplate.of("torch-optim.txt").filled(program.flags, program.texts));
    }
}
