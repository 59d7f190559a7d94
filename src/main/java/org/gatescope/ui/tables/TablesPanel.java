package org.gatescope.ui.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Sizes;
import org.gatescope.session.Session;
import org.gatescope.session.Shown;
import org.gatescope.session.TableId;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/** The left of the window: everything that can be edited, in tables. */
public final class TablesPanel extends ScrollPane {
    private static final Texts TEXTS = Texts.of(TablesPanel.class);

    private final Workbench workbench;
    private final IntegerProperty sequence = new SimpleIntegerProperty();
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final VBox column = new VBox();
    private final NetworkCard network;
    private final SequenceChoice choice;
    private final SideSwitch side;
    private final Seeds seeds = new Seeds();
    private final List<TableCard> cards = new ArrayList<>();
    private final Map<String, ToggleButton> pills = new HashMap<>();
    private String gate = "";
    private @Nullable Cell builtCell;
    private @Nullable Sizes builtSizes;

    /**
     * @param sequence which row of the batch is shown, from 0
     * @param onNotice told what should be read once, in a sentence
     */
    public TablesPanel(Workbench workbench, IntegerProperty sequence, Consumer<String> onNotice) {
        this.workbench = workbench;
        this.network = new NetworkCard(workbench, onNotice);
        this.sequence.bindBidirectional(sequence);
        this.choice = new SequenceChoice(this.sequence);
        this.side = new SideSwitch(() -> showNumbers(workbench.session().get(), true));
        column.getStyleClass().add("tables");
        setContent(column);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("panel", "tables-panel");
        workbench.session().subscribe(this::show);
        this.sequence.subscribe(() -> rebuild(workbench.session().get()));
        dark.subscribe(() -> showNumbers(workbench.session().get(), true));
        workbench.shown().subscribe(shown -> {
            if (side.showsGradients()) {
                showNumbers(workbench.session().get(), false);
            }
        });
    }

    public BooleanProperty darkProperty() {
        return dark;
    }

    /** Brings a number into view and opens its editor. */
    public void edit(TableId table, int row, int column) {
        cards.stream()
                .filter(card -> card.description().id().equals(table))
                .findFirst()
                .ifPresent(card -> {
                    reveal(card);
                    card.grid().requestFocus();
                    card.grid().edit(row, column);
                });
    }

    /** Tables are made anew only when there are others; otherwise they just get their numbers. */
    private void show(Session session) {
        boolean same = session.cell() == builtCell && session.sizes().equals(builtSizes);
        if (same) {
            showNumbers(session, false);
        } else {
            builtCell = session.cell();
            builtSizes = session.sizes();
            sequence.set(Math.min(sequence.get(), session.sizes().batch() - 1));
            rebuild(session);
        }
        network.show(session);
    }

    private void showNumbers(Session session, boolean recolour) {
        Shown shown = workbench.shown().get();
        boolean gradients = side.showsGradients() && belongs(shown.run().session(), session);
        for (TableCard card : cards) {
            if (gradients && card.hasGradient()) {
                card.showGradient(shown, dark.get());
            } else {
                card.show(session, dark.get(), recolour);
            }
        }
    }

    /** While a larger network is computed, the run that is shown may be one of other sizes. */
    private static boolean belongs(Session run, Session session) {
        return run.cell() == session.cell() && run.sizes().equals(session.sizes());
    }

    /** All at once: what stays in the column keeps the focus. */
    private void rebuild(Session session) {
        cards.clear();
        List<Node> parts = new ArrayList<>(List.of(title("network"), network));
        if (session.sizes().batch() > 1) {
            choice.show(sequence.get(), session.sizes().batch());
            parts.add(choice);
        }
        parts.addAll(weights(session));
        parts.add(title("inputs"));
        parts.add(card(TableDescription.input(session, sequence.get())));
        parts.add(title("states"));
        parts.addAll(cards(TableDescription.initialStates(session)));
        parts.add(title("upstream"));
        parts.add(card(TableDescription.upstream(session, sequence.get())));
        parts.addAll(cards(TableDescription.finalGradients(session)));
        column.getChildren().setAll(parts);
        showNumbers(session, true);
    }

    private List<Node> weights(Session session) {
        Map<String, List<TableDescription>> byGate = TableDescription.parameters(session);
        if (byGate.isEmpty()) {
            return List.of();
        }
        if (!byGate.containsKey(gate)) {
            gate = byGate.keySet().iterator().next();
        }
        List<Node> parts = new ArrayList<>(List.of(side.beside(title("weights"))));
        if (byGate.size() > 1) {
            parts.add(gatePills(byGate.keySet().stream().toList()));
        }
        parts.addAll(cards(Objects.requireNonNull(byGate.get(gate))));
        return parts;
    }

    /** One pill a gate; those without a gate are "other". */
    private Node gatePills(List<String> gates) {
        pills.clear();
        SegmentedButton segments = new SegmentedButton();
        segments.setToggleGroup(new ToggleGroup());
        for (String name : gates) {
            String word = Quantity.shortWord(name);
            ToggleButton pill = new ToggleButton(name.isEmpty() ? TEXTS.get("gate.none") : (name + " " + word).strip());
            pill.getStyleClass().add("pill");
            pill.setId("gate-" + name);
            pill.setSelected(name.equals(gate));
            pill.setOnAction(event -> choose(name));
            pills.put(name, pill);
            segments.getButtons().add(pill);
        }
        segments.setMaxWidth(Double.MAX_VALUE);
        return segments;
    }

    private void choose(String chosen) {
        gate = chosen;
        rebuild(workbench.session().get());
        column.applyCss(); // a segmented button holds its pills once it has a skin
        Objects.requireNonNull(pills.get(chosen)).requestFocus();
    }

    private List<TableCard> cards(List<TableDescription> descriptions) {
        return descriptions.stream().map(this::card).toList();
    }

    private TableCard card(TableDescription description) {
        TableCard card = new TableCard(workbench, description, seeds);
        cards.add(card);
        return card;
    }

    private static Label title(String key) {
        Label title = new Label(TEXTS.get("section." + key));
        title.getStyleClass().add("section-title");
        return title;
    }

    private void reveal(Node card) {
        Platform.runLater(() -> {
            Bounds bounds = card.getBoundsInParent();
            double hidden = column.getHeight() - getViewportBounds().getHeight();
            if (hidden > 0) {
                setVvalue(Math.clamp(bounds.getMinY() / hidden, 0, 1));
            }
        });
    }
}
