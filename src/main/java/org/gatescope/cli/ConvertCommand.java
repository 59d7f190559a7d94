package org.gatescope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gatescope.engine.TooLargeException;
import org.gatescope.format.FormatException;
import org.gatescope.format.export.WeightExport;
import org.gatescope.format.export.WeightNames;
import org.gatescope.format.tensor.Precision;
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

/** {@code gatescope convert}: weights of one file into another. */
@Command(
        name = "convert",
        resourceBundle = "org.gatescope.cli.texts",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ConvertCommand implements Callable<Integer> {
    private static final Texts TEXTS = Texts.of(ConvertCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", descriptionKey = "IN", paramLabel = "IN")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path in;

    @Parameters(index = "1", descriptionKey = "OUT", paramLabel = "OUT")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(
            names = "--names",
            descriptionKey = "names",
            paramLabel = "NAMES",
            defaultValue = "torch",
            completionCandidates = NamesIds.class)
    private String names = "";

    @Option(
            names = "--dtype",
            descriptionKey = "dtype",
            paramLabel = "TYPE",
            defaultValue = "float64",
            completionCandidates = PrecisionIds.class)
    private String dtype = "";

    @Option(names = "--dense", descriptionKey = "dense", paramLabel = "NAME")
    private @Nullable String dense;

    @Mixin
    private final ImportOptions imported = new ImportOptions();

    /** For the page of help. */
    static final class NamesIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(WeightNames.values()).map(WeightNames::id).iterator();
        }
    }

    /** For the page of help. */
    static final class PrecisionIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Precision.values()).map(Precision::id).iterator();
        }
    }

    @Override
    public Integer call() {
        WeightExport export = export();
        try {
            ConvertedWeights weights = ConvertedWeights.read(in, imported, Optional.ofNullable(dense));
            weights.notes().forEach(note -> spec.commandLine().getErr().println(note));
            if (!weights.left().isEmpty()) {
                spec.commandLine().getErr().println(TEXTS.get("convert.left", String.join(", ", weights.left())));
            }
            if (!weights.dense().isEmpty()) {
                spec.commandLine().getErr().println(TEXTS.get("convert.dense", String.join(", ", weights.dense())));
            }
            export.write(weights.network(), out);
            return ExitCode.OK;
        } catch (FormatException | TooLargeException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.USAGE;
        } catch (IOException e) {
            throw new OutFile(spec, out).unwritable(e);
        }
    }

    private WeightExport export() {
        new OutFile(spec, out).check();
        if (!WeightExport.isKnown(out)) {
            throw refusal("convert.ending", out, String.join(", ", WeightExport.ENDINGS));
        }
        if (dense != null && ConvertedWeights.isSession(in)) {
            throw refusal("trace.beside", "--dense", TEXTS.get("trace.session"));
        }
        Optional<String> ownNames = WeightExport.ownNames(out);
        if (ownNames.isPresent() && spec.commandLine().getParseResult().hasMatchedOption("--names")) {
            throw refusal("trace.beside", "--names", ownNames.get());
        }
        return new WeightExport(
                chosen("--names", names, WeightNames.values(), new NamesIds()),
                chosen("--dtype", dtype, Precision.values(), new PrecisionIds()));
    }

    private <E extends Enum<E>> E chosen(String option, String text, E[] values, Iterable<String> ids) {
        return Stream.of(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> refusal("convert.choice", option, text, String.join(", ", ids)));
    }

    private ParameterException refusal(String key, Object... arguments) {
        return new ParameterException(spec.commandLine(), TEXTS.get(key, arguments));
    }
}
