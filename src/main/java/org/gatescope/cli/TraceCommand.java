package org.gatescope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Merging;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.TooLargeException;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.format.FormatException;
import org.gatescope.format.export.ExportedNetwork;
import org.gatescope.format.export.Quantities;
import org.gatescope.format.export.RunExport;
import org.gatescope.format.session.SessionFile;
import org.gatescope.format.tensor.TimeLayout;
import org.gatescope.session.Features;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatescope trace}: runs a network forward and backward and writes every number of it. */
@Command(
        name = "trace",
        resourceBundle = "org.gatescope.cli.texts",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TraceCommand implements Callable<Integer> {
    private static final Texts TEXTS = Texts.of(TraceCommand.class);
    private static final int MOST = 1_000_000;
    private static final String[] SESSION_HAS = {
        "--units", "--bidirectional", "--reverse", "--merging", "--inputs", "--steps", "--sequences", "--seed"
    };

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "0..1", descriptionKey = "session", paramLabel = "SESSION")
    private @Nullable Path session;

    @Option(names = "--weights", descriptionKey = "weights", paramLabel = "FILE")
    private @Nullable Path weights;

    @Mixin
    private final ImportOptions imported = new ImportOptions();

    @Option(names = "--cell", descriptionKey = "cell", paramLabel = "NAME|FILE.cell")
    private List<String> cells = List.of();

    @Option(names = "--units", descriptionKey = "units", paramLabel = "H", defaultValue = "4")
    private int units;

    @Option(names = "--bidirectional", descriptionKey = "bidirectional")
    private boolean bidirectional;

    @Option(names = "--reverse", descriptionKey = "reverse")
    private boolean reverse;

    @Option(
            names = "--merging",
            descriptionKey = "merging",
            paramLabel = "MERGING",
            completionCandidates = MergingIds.class)
    private @Nullable String merging;

    @Option(names = "--input", descriptionKey = "input", paramLabel = "FILE.npy")
    private @Nullable Path input;

    @Option(names = "--inputs", descriptionKey = "inputs", paramLabel = "D", defaultValue = "3")
    private int width;

    @Option(names = "--steps", descriptionKey = "steps", paramLabel = "T", defaultValue = "8")
    private int steps;

    @Option(names = "--sequences", descriptionKey = "sequences", paramLabel = "N", defaultValue = "1")
    private int sequences;

    @Option(names = "--upstream", descriptionKey = "upstream", paramLabel = "FILE.npy")
    private @Nullable Path upstream;

    @Option(names = "--layout", descriptionKey = "layout", paramLabel = "NTD|TND", defaultValue = "NTD")
    private String layout = "";

    @Option(names = "--seed", descriptionKey = "seed", paramLabel = "NUMBER", defaultValue = "1")
    private long seed;

    @Option(names = "--quantities", descriptionKey = "quantities", paramLabel = "NAME,…", split = ",")
    private List<String> quantities = List.of();

    @Option(names = "--out", descriptionKey = "out", paramLabel = "FILE.npz|FILE.csv", required = true)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Override
    public Integer call() {
        checkOptions();
        try {
            TraceInputs data = new TraceInputs(isTimeFirst(), seed, sequences, steps);
            TraceInputs.Given given = data.given(input);
            if (session != null) {
                trace(SessionFile.read(session).session(), given);
            } else {
                trace(model(given.width(width)), data, given);
            }
            return ExitCode.OK;
        } catch (FormatException | TooLargeException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private void trace(TracedModel model, TraceInputs data, TraceInputs.Given given) throws FormatException {
        warnOfNotFinite(model);
        NetworkPlan plan = data.plan(model.network(), given);
        NetworkInputs inputs = data.inputs(model, given, upstream);
        model.notes().forEach(note -> spec.commandLine().getErr().println(note));
        write(new Traced(model, inputs, plan.run(inputs), upstream != null, Features.NONE), given.layout());
    }

    private void trace(Session saved, TraceInputs.Given given) throws FormatException {
        TracedModel model = TracedModels.ofSession(saved);
        warnOfNotFinite(model);
        TracedSession traced = TracedSession.of(saved, given, upstream);
        write(
                new Traced(model, traced.inputs(), traced.trace(), traced.hasGradients(), saved.features()),
                given.layout());
    }

    private TracedModel model(int inputs) throws FormatException {
        if (weights != null) {
            return TracedModels.ofFile(weights, imported.prefix(), imported.answers());
        }
        Directions directions = bidirectional ? Directions.BOTH : reverse ? Directions.REVERSE : Directions.FORWARD;
        return TracedModels.ofCells(cells, units, directions, merging(), inputs, seed);
    }

    /** For the page of help. */
    static final class MergingIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Merging.values()).map(TraceCommand::id).iterator();
        }
    }

    private static String id(Merging merging) {
        return merging.name().toLowerCase(Locale.ROOT);
    }

    /** Side by side, unless it was said otherwise. */
    private Merging merging() {
        String wanted = merging;
        if (wanted == null) {
            return Merging.CONCATENATION;
        }
        return Stream.of(Merging.values())
                .filter(known -> id(known).equals(wanted.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> refusal("convert.choice", "--merging", wanted, String.join(", ", new MergingIds())));
    }

    /** @param features of the data that it was run on */
    private record Traced(
            TracedModel model, NetworkInputs inputs, NetworkTrace trace, boolean hasGradients, Features features) {
        RunExport export() {
            return new RunExport(
                    new ExportedNetwork(model.network(), model.parameters()),
                    inputs,
                    trace,
                    hasGradients,
                    features,
                    () -> model.named().apply(trace));
        }
    }

    private void write(Traced traced, TimeLayout times) throws FormatException {
        try {
            traced.export().write(new Quantities(quantities), times, out);
        } catch (FormatException e) {
            throw FormatException.because(TEXTS.get("trace.quantities", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new OutFile(spec, out).unwritable(e);
        }
    }

    /** A network that broke while it was trained can be looked at, but nobody should have to find out by the result. */
    private void warnOfNotFinite(TracedModel model) {
        String names = model.parameters().entrySet().stream()
                .filter(parameter -> !parameter.getValue().isFinite())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            spec.commandLine().getErr().println(TEXTS.get("trace.nan", names));
        }
    }

    private void checkOptions() {
        if (Stream.of(session != null, weights != null, !cells.isEmpty())
                        .filter(is -> is)
                        .count()
                != 1) {
            throw refusal("trace.source");
        }
        if (session != null) {
            refuseBeside(TEXTS.get("trace.session"), ImportOptions.NAMES);
            refuseBeside(TEXTS.get("trace.session"), SESSION_HAS);
        } else if (weights == null) {
            refuseBeside("--cell", ImportOptions.NAMES);
        } else {
            refuseBeside("--weights", "--units", "--bidirectional", "--reverse", "--merging", "--inputs");
        }
        if (input != null) {
            refuseBeside("--input", "--inputs", "--steps", "--sequences");
        }
        if (bidirectional) {
            refuseBeside("--bidirectional", "--reverse");
        } else if (merging != null) {
            throw refusal("trace.merging");
        }
        merging();
        checkSize("--units", units);
        checkSize("--inputs", width);
        checkSize("--steps", steps);
        checkSize("--sequences", sequences);
        isTimeFirst();
        new OutFile(spec, out).check();
        if (!RunExport.isKnown(out)) {
            throw refusal("trace.ending", out);
        }
    }

    /** Options that would have no effect are a mistake. */
    private void refuseBeside(String given, String... others) {
        for (String other : others) {
            if (spec.commandLine().getParseResult().hasMatchedOption(other)) {
                throw refusal("trace.beside", other, given);
            }
        }
    }

    private void checkSize(String option, int value) {
        if (value < 1 || value > MOST) {
            throw refusal("render.count", option, value, MOST);
        }
    }

    private boolean isTimeFirst() {
        return switch (layout.toUpperCase(Locale.ROOT)) {
            case "NTD" -> false;
            case "TND" -> true;
            default -> throw refusal("trace.layout", layout);
        };
    }

    private ParameterException refusal(String key, Object... arguments) {
        return new ParameterException(spec.commandLine(), TEXTS.get(key, arguments));
    }
}
