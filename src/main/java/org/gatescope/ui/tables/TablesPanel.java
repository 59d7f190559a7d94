package org.gatescope.ui.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Convention;
import org.gatescope.cell.Roles;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Objective;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Shown;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.TableId;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Reveal;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.grid.Seeds;
import org.gatescope.ui.settings.OwnCells;
import org.jspecify.annotations.Nullable;

/** The left of the window: everything that can be edited, in tables. */
public final class TablesPanel extends ScrollPane {
    private static final Texts TEXTS = Texts.of(TablesPanel.class);

    /** So much is seen about a number that is scrolled to, in pixels. */
    private static final double ABOUT = 60;

    private final Workbench workbench;
    private final Selection selection;
    private final Desk desk;
    private final Subscriptions open = new Subscriptions();
    private final VBox column = new VBox();
    private final NetworkCard network;
    private final SequenceChoice choice;
    private final SideSwitch side;
    private final StateMenu states;
    private final InputMenu input;
    private final DrawMenu draw;
    private final DropoutControls dropout;
    private final Seeds seeds = new Seeds();
    private final List<TableCard> cards = new ArrayList<>();
    private final GatePills pills = new GatePills(this::choose);
    private String gate = "";
    private @Nullable Session built;
    private Convention shownIn = Convention.shown();
    private @Nullable Session last;

    /** Shows the tables of the desk's session, and goes on following it until it is closed. */
    public TablesPanel(Desk desk) {
        this.desk = desk;
        this.workbench = desk.workbench();
        this.selection = desk.selection();
        this.network = new NetworkCard(desk);
        this.choice = new SequenceChoice(workbench, selection.sequence());
        this.side = new SideSwitch(() -> showNumbers(workbench.session().get(), true));
        this.draw = new DrawMenu(workbench);
        this.dropout = new DropoutControls(workbench);
        this.input = new InputMenu(workbench, network::tell);
        this.states = new StateMenu(workbench, desk.notices());
        column.getStyleClass().add("tables");
        setContent(column);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("panel", "tables-panel");
        open.add(
                workbench.followSession(this::show),
                selection.sequence().subscribe(() -> rebuild(workbench.session().get())),
                selection.part().subscribe(() -> rebuild(workbench.session().get())),
                selection.lit().subscribe(this::light),
                desk.glow().before().subscribe(this::showChanges),
                selection.opened().subscribe(this::opened),
                desk.covered().subscribe((before, now) -> {
                    showNumbers(workbench.session().get(), true);
                    showGradients();
                }),
                desk.theme().subscribe(() -> showNumbers(workbench.session().get(), true)),
                workbench.follow((run, playhead) -> showGradients(), playhead -> showGradients()),
                () -> cards.forEach(TableCard::close));
    }

    private void showGradients() {
        if (side.showsGradients()) {
            showNumbers(workbench.session().get(), false);
        }
    }

    /** Lets go of what it listens to. */
    public void close() {
        open.unsubscribe();
    }

    /** The user's own cells can be chosen for a layer. */
    public void setOwnCells(OwnCells cells) {
        network.setOwnCells(cells);
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

    /** Offers sentences as the new input. @param at beside what */
    public void offerText(String text, Node at) {
        input.offerText(text, at);
    }

    /** Offers to draw all parameters anew. @param at beside what */
    public void offerToDraw(Node at) {
        draw.open(at);
    }

    /** Tables are made anew only when there are others, or in another notation; otherwise they just get their numbers. */
    private void show(Session session) {
        if (last != null && !last.title().equals(session.title())) {
            setVvalue(0);
        }
        if (built != null && hasSameTables(built, session) && Convention.shown().equals(shownIn)) {
            choice.show(shownRow(session), session);
            showNumbers(session, false);
        } else {
            rebuild(session);
        }
        if (last == null || !last.isLikeButForParameters(session)) {
            network.show(session);
        }
        last = session;
    }

    private static boolean hasSameTables(Session before, Session now) {
        return before.hasShapeOf(now)
                && before.vocabulary().equals(now.vocabulary())
                && before.tested().equals(now.tested())
                && before.objective().map(Objective::aim).equals(now.objective().map(Objective::aim));
    }

    private void showNumbers(Session session, boolean recolour) {
        Shown shown = workbench.shown().get();
        // while a larger network is computed, the run that is shown may be one of other sizes
        boolean gradients = side.showsGradients() && shown.run().session().hasShapeOf(session);
        for (TableCard card : cards) {
            if (gradients && card.hasGradient()) {
                card.showGradient(shown, desk.ground());
            } else {
                card.show(session, desk.ground(), recolour);
            }
        }
        dropout.show(session);
        light();
        showChanges();
    }

    private void showChanges() {
        Run before = desk.glow().before().get();
        boolean isAlike = before != null
                && before.session().hasShapeOf(workbench.session().get());
        cards.forEach(card -> card.showChanges(isAlike ? before : null, desk.ground()));
    }

    private void light() {
        cards.forEach(card -> card.light(selection.lit().get()));
    }

    /** All at once: what stays in the column keeps the focus. */
    private void rebuild(Session session) {
        built = session;
        shownIn = Convention.shown();
        cards.forEach(TableCard::close);
        cards.clear();
        int row = shownRow(session);
        Optional<Part> part = session.part(selection.part().get());
        List<Node> parts = new ArrayList<>(List.of(draw.beside(title("network")), network));
        parts.addAll(weights(session, part));
        part.filter(layer -> layer.layer().dropout().drops()).ifPresent(layer -> {
            parts.add(dropout.beside(title("dropout")));
            parts.add(card(TableDescription.dropped(session, layer, row)));
        });
        parts.add(input.beside(title("inputs")));
        if (session.batch() > 1) {
            choice.show(row, session);
            parts.add(choice);
        }
        parts.add(card(TableDescription.input(session, row)));
        parts.add(card(TableDescription.computed(session, row)));
        if (session.objective().isPresent()) {
            parts.add(title("targets"));
            parts.add(card(TableDescription.targets(session, row)));
            parts.add(card(TableDescription.mask(session, row)));
        }
        part.ifPresent(layer -> {
            parts.add(states.beside(title("states")));
            parts.addAll(cards(TableDescription.initialStates(session, layer)));
        });
        parts.add(title("upstream"));
        parts.add(card(TableDescription.upstream(session, row)));
        part.ifPresent(layer -> parts.addAll(cards(TableDescription.finalGradients(session, layer))));
        column.getChildren().setAll(parts);
        showNumbers(session, true);
    }

    private int shownRow(Session session) {
        return selection.sequenceIn(session);
    }

    /** Those of what is selected. */
    private List<Node> weights(Session session, Optional<Part> part) {
        List<Node> parts = new ArrayList<>();
        part.ifPresent(layer -> parts.addAll(gates(session, layer)));
        boolean isReadOut = selection.part().get().equals(ReadOut.KEY);
        boolean isInput = selection.part().get().equals(Selection.INPUT);
        if (isReadOut && session.network().readOut().filter(ReadOut::hasWeights).isPresent()) {
            parts.addAll(cards(TableDescription.readOut(session)));
        }
        if (isInput && session.network().embedding().isPresent()) {
            parts.add(card(TableDescription.embedding(session)));
        }
        if (!parts.isEmpty()) {
            parts.addFirst(side.beside(title("weights")));
        }
        return parts;
    }

    private List<Node> gates(Session session, Part part) {
        Map<String, List<TableDescription>> byGate = TableDescription.parameters(session, part);
        if (byGate.isEmpty()) {
            return List.of();
        }
        if (!byGate.containsKey(gate)) {
            gate = byGate.keySet().iterator().next();
        }
        List<Node> parts = new ArrayList<>();
        if (byGate.size() > 1) {
            Roles roles = Roles.of(part.layer().cell());
            parts.add(pills.of(byGate.keySet().stream().toList(), roles, NamesOfParts.of(part), gate));
        }
        parts.addAll(cards(Objects.requireNonNull(byGate.get(gate))));
        return parts;
    }

    private void opened(@Nullable NumberId number) {
        showGateOf(number);
        if (number != null) {
            Platform.runLater(() -> reveal(number)); // its table may have been made just now
        }
    }

    private void reveal(NumberId number) {
        applyCss();
        layout();
        for (TableCard card : cards) {
            card.show(number)
                    .map(place -> column.sceneToLocal(card.grid().localToScene(place)))
                    .ifPresent(place -> Reveal.vertically(this, place.getMinY(), place.getMaxY(), ABOUT));
        }
    }

    /** A weight that was opened elsewhere stands in the table of its gate. */
    private void showGateOf(@Nullable NumberId opened) {
        TableId table = switch (opened) {
            case Given(TableId id, int row, int column) -> id;
            case GradientOfGiven(TableId id, int row, int column) -> id;
            case null, default -> null;
        };
        showGateWith(known -> known.id().equals(table));
    }

    /** @param key what its pane is called; where the selected part has no such table, nothing happens */
    public void show(String key) {
        showGateWith(known -> TableCard.key(known).equals(key));
    }

    private void showGateWith(Predicate<TableDescription> isWanted) {
        Session session = workbench.session().get();
        session.part(selection.part().get())
                .map(part -> TableDescription.parameters(session, part))
                .ifPresent(byGate -> byGate.forEach((name, tables) -> {
                    if (tables.stream().anyMatch(isWanted) && !name.equals(gate)) {
                        gate = name;
                        rebuild(session);
                    }
                }));
    }

    private void choose(String chosen) {
        gate = chosen;
        rebuild(workbench.session().get());
        pills.focus(chosen);
    }

    private List<TableCard> cards(List<TableDescription> descriptions) {
        return descriptions.stream().map(this::card).toList();
    }

    private TableCard card(TableDescription description) {
        TableCard card = new TableCard(desk, description, seeds, selection.opened()::set);
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
            double top = card.getBoundsInParent().getMinY();
            Reveal.vertically(this, top, top + getViewportBounds().getHeight(), 0);
        });
    }
}
