package org.gatescope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gatescope.engine.TooLargeException;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SessionFile;
import org.gatescope.session.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatescope describe}: a session in words. */
@Command(name = "describe", resourceBundle = "org.gatescope.cli.texts", mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "1", descriptionKey = "session", paramLabel = "SESSION")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Override
    public Integer call() {
        try {
            Run run = Run.of(SessionFile.read(file).session().withTitle(SessionFile.stem(file)));
            PrintWriter out = spec.commandLine().getOut();
            new Description(run).lines().forEach(line -> NarrowLines.of(line).forEach(out::println));
            out.flush();
            return ExitCode.OK;
        } catch (FormatException | TooLargeException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.USAGE;
        }
    }
}
