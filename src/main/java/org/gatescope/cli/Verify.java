package org.gatescope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gatescope.engine.TooLargeException;
import org.gatescope.format.FormatException;
import org.gatescope.format.cases.CaseFile;
import org.gatescope.format.cases.ReferenceCase;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatescope verify}: holds the engine against figures that other programs computed. */
@Command(name = "verify", mixinStandardHelpOptions = true, resourceBundle = "org.gatescope.cli.texts")
final class Verify implements Callable<Integer> {
    private static final Texts TEXTS = Texts.of(Verify.class);

    private static final class Counts {
        int agree;
        int differ;
        int unreadable;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE-OR-FOLDER", descriptionKey = "FILE-OR-FOLDER")
    private List<Path> places = new ArrayList<>();

    private final Counts counts = new Counts();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (Path place : places) {
            for (Path file : files(place)) {
                out.println(line(file));
                out.flush();
            }
        }
        out.println(TEXTS.get("verify.counts", counts.agree, counts.differ, counts.unreadable));
        out.flush();
        if (counts.unreadable > 0) {
            return 2;
        }
        return counts.differ > 0 ? 1 : 0;
    }

    /** The JSON files of a folder and its folders in alphabetical order; anything else as it is. */
    private List<Path> files(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> tree = Files.walk(place)) {
            List<Path> found = tree.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            return found.isEmpty() ? List.of(place) : found;
        } catch (IOException | UncheckedIOException e) {
            return List.of(place);
        }
    }

    private String line(Path file) {
        if (Files.isDirectory(file)) {
            return unreadable(file, TEXTS.get("verify.empty"));
        }
        try {
            return compared(file, CaseFile.read(file));
        } catch (FormatException | TooLargeException e) {
            return unreadable(file, e.getMessage());
        }
    }

    private String unreadable(Path file, @Nullable String why) {
        counts.unreadable++;
        return TEXTS.get("verify.unreadable", file, String.valueOf(why));
    }

    private String compared(Path file, ReferenceCase reference) {
        CaseComparison comparison = CaseComparison.of(reference);
        if (comparison.agrees()) {
            counts.agree++;
        } else {
            counts.differ++;
        }
        String difference = Numerals.typed(comparison.difference(), 2);
        String key = comparison.agrees() ? "verify.agrees" : "verify.differs";
        return TEXTS.get(key, file, comparison.figures(), difference, comparison.place());
    }
}
