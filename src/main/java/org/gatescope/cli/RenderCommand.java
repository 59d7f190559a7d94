package org.gatescope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.ui.render.Offscreen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gatescope render}: a picture of the window, without a display. */
@Command(
        name = "render",
        resourceBundle = "org.gatescope.cli.texts",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RenderCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final RenderSubject subject = new RenderSubject();

    @Option(names = "--model", descriptionKey = "model", paramLabel = "FILE")
    private Optional<Path> model = Optional.empty();

    @Option(names = "--at", descriptionKey = "at", paramLabel = "POSITION")
    private String at = "";

    @Mixin
    private final RenderView view = new RenderView();

    @Mixin
    private final RenderFormat figure = new RenderFormat();

    @Option(names = "--out", descriptionKey = "out", paramLabel = "FILE", required = true)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Override
    public Integer call() throws Exception {
        view.check();
        if (model.isPresent()) {
            checkPlace();
            Callable<Node> page = new RenderedModel(model.get(), view.theme(), view.width(), view.height());
            return write(() -> List.of(page.call()));
        }
        SavedSession saved = subject.saved();
        view.check(saved.session());
        Optional<Long> position = Optional.of(at)
                .filter(given -> !given.isEmpty())
                .map(given -> new RenderPosition(spec, saved.session(), view.part()).of(given));
        checkPlace();
        return write(() -> view.open(saved, position).shown());
    }

    private int write(Callable<? extends List<? extends Node>> shown) throws Exception {
        try {
            byte[] file = Offscreen.call(() -> figure.file(shown.call(), out));
            Files.write(out, file);
        } catch (IOException e) {
            throw new OutFile(spec, out).unwritable(e);
        } catch (FormatException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
        return 0;
    }

    private void checkPlace() {
        new OutFile(spec, out).check();
        figure.check(out);
    }
}
