package org.gatescope.ui.tables;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.FlowPane;
import org.gatescope.engine.Embedding;
import org.gatescope.session.NetworkChange;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;

/** How the input reaches the lowest layer, and where time is cut for the gradient; 0 stands for neither. */
final class InputSettings extends FlowPane {
    private static final Texts TEXTS = Texts.of(InputSettings.class);

    private final Workbench workbench;
    private final Consumer<NetworkChange> onChange;
    private final SizeField embedding = new SizeField("embedding", 0, this::embed);
    private final SizeField chunk = new SizeField("chunk", 0, this::cut);

    InputSettings(Workbench workbench, Consumer<NetworkChange> onChange) {
        super(8, 5);
        this.workbench = workbench;
        this.onChange = onChange;
        getChildren().addAll(embedding, chunk);
    }

    void show(Session session) {
        embedding.show(session.network().embedding().map(Embedding::columns).orElse(0));
        chunk.show(session.numbers().chunk());
    }

    private Optional<String> embed(int columns) {
        Optional<Embedding> wanted =
                Optional.of(columns).filter(some -> some > 0).map(Embedding::new);
        onChange.accept(workbench.change(
                TEXTS.get("edit.embedding", columns), session -> Reshape.withEmbedding(session, wanted)));
        show(workbench.session().get());
        return workbench.problem().get();
    }

    private Optional<String> cut(int steps) {
        workbench.edit(
                TEXTS.get("edit.chunk", steps), session -> session.withNumbers(numbers -> numbers.withChunk(steps)));
        show(workbench.session().get());
        return Optional.empty();
    }
}
