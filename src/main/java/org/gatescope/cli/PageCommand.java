package org.gatescope.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gatescope.engine.TooLargeException;
import org.gatescope.explain.Covered;
import org.gatescope.format.FormatException;
import org.gatescope.format.WholeFile;
import org.gatescope.format.session.SavedSession;
import org.gatescope.ui.page.SessionPage;
import org.gatescope.ui.render.Offscreen;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatescope page}: a session as a page of HTML that steps through it. */
@Command(
        name = "page",
        resourceBundle = "org.gatescope.cli.texts",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PageCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final RenderSubject subject = new RenderSubject();

    @Option(names = "--hide", descriptionKey = "hide", paramLabel = "QUANTITY", split = ",")
    private List<String> hidden = List.of();

    @Option(names = "--out", descriptionKey = "out", paramLabel = "FILE", required = true)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Override
    public Integer call() throws Exception {
        OutFile file = new OutFile(spec, out);
        file.check();
        try {
            SavedSession saved = subject.saved();
            Covered covered = Covered.read(saved.view().getOrDefault("covered", ""));
            String html = Offscreen.call(() -> SessionPage.html(saved.session(), saved.position(), hidden, covered));
            WholeFile.write(html.getBytes(StandardCharsets.UTF_8), out);
            return ExitCode.OK;
        } catch (FormatException | TooLargeException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.USAGE;
        } catch (IOException e) {
            throw file.unwritable(e);
        }
    }
}
