package org.gatescope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gatescope.text.Texts;
import org.gatescope.ui.GatescopeApp;
import org.gatescope.ui.NoDisplayException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** The program: with no command it opens the window. Its texts are in texts.properties. */
@Command(
        name = "gatescope",
        resourceBundle = "org.gatescope.cli.texts",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            TraceCommand.class,
            TrainCommand.class,
            ConvertCommand.class,
            CheckCommand.class,
            DescribeCommand.class,
            CellsCommand.class,
            RenderCommand.class,
            FilmCommand.class,
            CodeCommand.class,
            PageCommand.class,
            ContactSheetsCommand.class,
            LessonCommand.class,
            WorksheetCommand.class,
            Verify.class,
            CompletionCommand.class
        })
public final class Gatescope implements Callable<Integer> {
    private static final Texts TEXTS = Texts.of(Gatescope.class);

    @Parameters(arity = "0..*", descriptionKey = "files", paramLabel = "FILE")
    private List<Path> files = List.of();

    private Gatescope() {}

    /** Runs a command, or opens the window where there is none, and exits with its status. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The parser with all commands, as the program and its tests run it. */
    static CommandLine commandLine() {
        return new CommandLine(new Gatescope())
                .setExecutionExceptionHandler(Gatescope::explain)
                .setParameterExceptionHandler(Gatescope::refuse);
    }

    @Override
    public Integer call() throws NoDisplayException {
        GatescopeApp.open(files);
        return ExitCode.OK;
    }

    /** One sentence instead of the whole help. */
    private static int refuse(CommandLine.ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr()
                .println(TEXTS.get(
                        "refused",
                        sentence(String.valueOf(e.getMessage())),
                        command.getCommandSpec().qualifiedName()));
        return ExitCode.USAGE;
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    /** What the user can mend is said in one sentence; anything else is a fault of ours and shows where. */
    private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (!(e instanceof NoDisplayException)) {
            throw e;
        }
        command.getErr().println(e.getMessage());
        return ExitCode.SOFTWARE;
    }
}
