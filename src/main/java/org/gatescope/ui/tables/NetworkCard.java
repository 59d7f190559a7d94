package org.gatescope.ui.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.session.NetworkChange;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Notices;
import org.gatescope.ui.desk.Notices.Offer;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.words.ChangeWords;

/** The network in outline, the settings of what is selected in it, and how many sequences, steps, inputs and units. */
final class NetworkCard extends VBox {
    private static final Texts TEXTS = Texts.of(NetworkCard.class);

    private final Workbench workbench;
    private final Selection selection;
    private final Notices notices;
    private final Outline outline;
    private final LayerSettings layer;
    private final ReadOutSettings readOut;
    private final InputSettings input;
    private final SizeField hidden = new SizeField("hidden", this::resizeLayer);
    /** Those that the cell of the shown layer declares, by name. */
    private final Map<String, SizeField> declared = new LinkedHashMap<>();

    private final HBox sizes = new HBox();
    private final SizeField outputs = new SizeField("outputs", this::resizeReadOut);
    private final SizeField inputs =
            new SizeField("inputs", n -> resize(session -> resized(session, session.batch(), session.steps(), n)));
    private final SizeField steps = new SizeField(
            "steps",
            n -> resize(session ->
                    resized(session, session.batch(), n, session.network().inputs())));
    private final SizeField batch = new SizeField(
            "batch",
            n -> resize(session ->
                    resized(session, n, session.steps(), session.network().inputs())));

    /** The desk's notices tell what a change of the network did to the parameters. */
    NetworkCard(Desk desk) {
        this.workbench = desk.workbench();
        this.selection = desk.selection();
        this.notices = desk.notices();
        layer = new LayerSettings(workbench, selection, this::tell);
        readOut = new ReadOutSettings(workbench, this::tell, notices);
        input = new InputSettings(workbench, this::tell);
        List<SizeField> fields = List.of(hidden, outputs, inputs, steps, batch);
        sizes.getChildren().addAll(fields);
        fields.forEach(field -> HBox.setHgrow(field, Priority.ALWAYS));
        sizes.getStyleClass().add("sizes");
        for (Node optional : List.of(layer, readOut, input, hidden, outputs)) {
            optional.managedProperty().bind(optional.visibleProperty());
        }
        VBox settings = new VBox(layer, readOut, input);
        settings.getStyleClass().add("outline-settings");
        outline = new Outline(selection, settings);
        getStyleClass().add("network-card");
        getChildren().addAll(outline, sizes);
        selection.part().subscribe(() -> show(workbench.session().get()));
    }

    void setOwnCells(OwnCells cells) {
        layer.setOwnCells(cells);
    }

    void show(Session session) {
        outline.show(session);
        Optional<Part> part = session.part(selection.part().get());
        boolean isReadOut = selection.part().get().equals(ReadOut.KEY);
        boolean isInput = selection.part().get().equals(Selection.INPUT);
        layer.setVisible(part.isPresent());
        readOut.setVisible(isReadOut);
        input.setVisible(isInput);
        hidden.setVisible(part.filter(NetworkCard::hasFreeUnits).isPresent());
        showDeclared(part.map(own -> own.layer().cell().declared().sizes()).orElse(Map.of()));
        outputs.setVisible(isReadOut
                && session.network().readOut().filter(ReadOut::hasWeights).isPresent());
        part.ifPresent(shown -> {
            layer.show(session);
            hidden.show(shown.layer().hidden());
        });
        readOut.show(session);
        input.show(session);
        session.network().readOut().ifPresent(dense -> outputs.show(dense.outputs()));
        batch.show(session.batch());
        steps.show(session.steps());
        inputs.show(session.network().inputs());
    }

    /** False where the cell has no such size, or as many units as inputs. */
    private static boolean hasFreeUnits(Part part) {
        Cell cell = part.layer().cell();
        return cell.usesHidden() && !cell.declared().square();
    }

    /** A field for each, right of the units. */
    private void showDeclared(Map<String, Integer> shown) {
        if (!declared.keySet().equals(shown.keySet())) {
            sizes.getChildren().removeAll(declared.values());
            declared.clear();
            shown.keySet().forEach(name -> declared.put(name, SizeField.declared(name, n -> resizeDeclared(name, n))));
            declared.values().forEach(field -> HBox.setHgrow(field, Priority.ALWAYS));
            sizes.getChildren().addAll(1, declared.values());
        }
        declared.forEach((name, field) -> field.show(Objects.requireNonNull(shown.get(name))));
    }

    /** The number stands in the cell's text. */
    private Optional<String> resizeDeclared(String name, int number) {
        return resize(session -> {
            int index = session.part(selection.part().get()).orElseThrow().index();
            Layer now = session.network().layers().get(index);
            return Reshape.withLayer(session, index, now.withCell(now.cell().withSize(name, number)));
        });
    }

    private static Reshape resized(Session session, int batch, int steps, int inputs) {
        return Reshape.resized(session, batch, steps, inputs);
    }

    private Optional<String> resizeLayer(int units) {
        return resize(session -> {
            int index = session.part(selection.part().get()).orElseThrow().index();
            Layer now = session.network().layers().get(index);
            return Reshape.withLayer(session, index, now.withHidden(units));
        });
    }

    private Optional<String> resizeReadOut(int count) {
        return resize(session ->
                Reshape.withReadOut(session, session.network().readOut().map(dense -> dense.withOutputs(count))));
    }

    /** @return why the sizes cannot be; empty if they can */
    private Optional<String> resize(Function<Session, Reshape> reshaping) {
        Session before = workbench.session().get();
        NetworkChange change = workbench.change(TEXTS.get("edit.sizes"), reshaping);
        Session wanted = change.session();
        show(workbench.session().get());
        String shortcuts = ChangeWords.ofShortcuts(change);
        if (weights(wanted) > weights(before)) {
            Session drawn = reshaping.apply(before).drawingNew().change().session();
            String silent = (shortcuts + " " + TEXTS.get("sizes.silent")).strip();
            notices.tell(silent, new Offer(TEXTS.get("sizes.draw"), () -> draw(drawn)));
        } else if (!shortcuts.isEmpty()) {
            notices.tell(shortcuts);
        } else if (numbers(wanted) > numbers(before)) {
            notices.tell(TEXTS.get("sizes.grown"));
        }
        return workbench.problem().get();
    }

    /** The offer stands until the session changes: all else is as it is there. */
    private void draw(Session drawn) {
        workbench.edit(
                TEXTS.get("edit.draw-new"),
                now -> now.withNumbers(
                        numbers -> numbers.withParameters(drawn.numbers().parameters())));
    }

    private static long weights(Session session) {
        return session.network().parameters().values().stream()
                .mapToLong(size -> (long) size[0] * size[1])
                .sum();
    }

    /** How many numbers besides weights can be typed: more of them after a size has grown. */
    private static long numbers(Session session) {
        Network network = session.network();
        return (long) session.batch() * session.steps() * (network.inputs() + network.width());
    }

    /** New parameters and how they were filled; lost ones by name. */
    void tell(NetworkChange change) {
        if (workbench.problem().get().isEmpty()) {
            notices.tell(ChangeWords.of(change));
        }
    }
}
