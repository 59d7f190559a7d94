package org.gatescope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatescope.engine.TooLargeException;
import org.gatescope.format.FormatException;
import org.gatescope.format.code.CodeTarget;
import org.gatescope.format.code.SessionCode;
import org.gatescope.format.session.SessionFile;
import org.gatescope.lesson.Example;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatescope code}: a session as a program that computes its numbers. */
@Command(
        name = "code",
        resourceBundle = "org.gatescope.cli.texts",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CodeCommand implements Callable<Integer> {
    private static final Texts TEXTS = Texts.of(CodeCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "0..1", descriptionKey = "session", paramLabel = "SESSION")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--example", descriptionKey = "example", paramLabel = "NAME")
    private Optional<String> example = Optional.empty();

    @Option(
            names = "--to",
            descriptionKey = "to",
            paramLabel = "LANGUAGE",
            required = true,
            completionCandidates = TargetIds.class)
    private String target = "";

    @Option(names = "--out", descriptionKey = "out", paramLabel = "FILE", required = true)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    /** For the page of help. */
    static final class TargetIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(CodeTarget.values()).map(CodeTarget::id).iterator();
        }
    }

    @Override
    public Integer call() {
        CodeTarget chosen = CodeTarget.of(target)
                .orElseThrow(() -> refusal("convert.choice", "--to", target, String.join(", ", new TargetIds())));
        new OutFile(spec, out).check();
        if (CodeTarget.hidesLibrary(out)) {
            throw refusal("code.hides", out.getFileName());
        }
        try {
            SessionCode code = SessionCode.of(Run.of(session()), chosen, String.valueOf(out.getFileName()));
            code.notes().forEach(note -> spec.commandLine().getErr().println(note));
            Files.writeString(out, code.text());
            return ExitCode.OK;
        } catch (FormatException | TooLargeException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.USAGE;
        } catch (IOException e) {
            throw new OutFile(spec, out).unwritable(e);
        }
    }

    private Session session() throws FormatException {
        if (file.isPresent() == example.isPresent()) {
            throw refusal("code.one");
        }
        if (file.isPresent()) {
            return SessionFile.read(file.get()).session().withTitle(SessionFile.stem(file.get()));
        }
        String name = example.orElseThrow();
        String all = Stream.of(Example.values()).map(Example::id).collect(Collectors.joining(", "));
        return Example.of(name)
                .orElseThrow(() -> refusal("render.example", name, all))
                .session();
    }

    private ParameterException refusal(String key, Object... arguments) {
        return new ParameterException(spec.commandLine(), TEXTS.get(key, arguments));
    }
}
