package org.gatescope.ui.tables;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.HeldOutput;
import org.gatescope.engine.StepMask;
import org.gatescope.engine.Truncation;
import org.gatescope.session.NetworkChange;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;

/**
 * How the input reaches the lowest layer, where 0 stands for no embedding, how far gradients go back in time, and what is put out at
 * steps that are not computed.
 */
final class InputSettings extends FlowPane {
    private static final Texts TEXTS = Texts.of(InputSettings.class);

    private final Workbench workbench;
    private final Consumer<NetworkChange> onChange;
    private final SizeField embedding = new SizeField("embedding", 0, this::embed);
    private final ChoiceField<Kind> kind =
            new ChoiceField<>("truncation", List.of(Kind.values()), Kind::key, this::choose);
    private final SizeField chunk = new SizeField("chunk", 1, steps -> truncate(new Truncation.Chunks(steps)));
    private final SizeField window = new SizeField("window", 0, steps -> truncate(new Truncation.Window(steps)));
    private final ChoiceField<HeldOutput> held =
            new ChoiceField<>("held", List.of(HeldOutput.values()), output -> "held." + output.name(), this::putOut);
    private final Tooltip tip = new Tooltip();
    private final Tooltip heldTip = new Tooltip();

    /** How backpropagation is truncated. */
    private enum Kind {
        NONE,
        CHUNKS,
        WINDOW;

        String key() {
            return "truncation." + name().toLowerCase(Locale.ROOT);
        }

        static Kind of(Truncation truncation) {
            return switch (truncation) {
                case Truncation.None none -> NONE;
                case Truncation.Chunks chunks -> CHUNKS;
                case Truncation.Window window -> WINDOW;
            };
        }
    }

    InputSettings(Workbench workbench, Consumer<NetworkChange> onChange) {
        super(8, 5);
        this.workbench = workbench;
        this.onChange = onChange;
        Tooltip.install(kind, tip);
        Tooltip.install(held, heldTip);
        getChildren().addAll(embedding, kind, chunk, window, held);
        for (Node steps : List.of(chunk, window, held)) {
            steps.managedProperty().bind(steps.visibleProperty());
        }
    }

    void show(Session session) {
        embedding.show(session.network().embedding().map(Embedding::columns).orElse(0));
        Truncation truncation = session.numbers().truncation();
        kind.show(Kind.of(truncation));
        tip.setText(TEXTS.get(Kind.of(truncation).key() + ".tip"));
        StepMask mask = session.mask();
        held.show(mask.output());
        heldTip.setText(TEXTS.get("held." + mask.output().name() + ".tip"));
        held.setVisible(mask.count() < session.batch() * session.steps());
        chunk.setVisible(truncation instanceof Truncation.Chunks);
        window.setVisible(truncation instanceof Truncation.Window);
        switch (truncation) {
            case Truncation.None none -> {
                // no number belongs to it
            }
            case Truncation.Chunks(int steps) -> chunk.show(steps);
            case Truncation.Window(int steps) -> window.show(steps);
        }
    }

    private Optional<String> embed(int columns) {
        Optional<Embedding> wanted =
                Optional.of(columns).filter(some -> some > 0).map(Embedding::new);
        onChange.accept(workbench.change(
                TEXTS.get("edit.embedding", columns), session -> Reshape.withEmbedding(session, wanted)));
        show(workbench.session().get());
        return workbench.problem().get();
    }

    /** With the steps that the other kind had, or half of all. */
    private void choose(Kind wanted) {
        Session session = workbench.session().get();
        int steps = switch (session.numbers().truncation()) {
            case Truncation.None none -> Math.max(1, session.steps() / 2);
            case Truncation.Chunks(int now) -> now;
            case Truncation.Window(int now) -> Math.max(1, now);
        };
        truncate(
                switch (wanted) {
                    case NONE -> Truncation.NONE;
                    case CHUNKS -> new Truncation.Chunks(steps);
                    case WINDOW -> new Truncation.Window(steps);
                });
    }

    private Optional<String> truncate(Truncation truncation) {
        if (!truncation.equals(workbench.session().get().numbers().truncation())) {
            workbench.edit(name(truncation), session -> session.withNumbers(all -> all.withTruncation(truncation)));
        }
        show(workbench.session().get());
        return Optional.empty();
    }

    private void putOut(HeldOutput wanted) {
        workbench.edit(
                TEXTS.get("edit.held", TEXTS.get("held." + wanted.name())),
                session -> session.withNumbers(
                        numbers -> numbers.withMask(numbers.mask().withOutput(wanted))));
    }

    private static String name(Truncation truncation) {
        return switch (truncation) {
            case Truncation.None none -> TEXTS.get("edit.truncation.none");
            case Truncation.Chunks(int steps) -> TEXTS.get("edit.chunk", steps);
            case Truncation.Window(int steps) -> TEXTS.get("edit.window", steps);
        };
    }
}
