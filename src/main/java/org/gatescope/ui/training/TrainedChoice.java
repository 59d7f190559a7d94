package org.gatescope.ui.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Convention;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.training.Training;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.words.PartWords;
import org.jspecify.annotations.Nullable;

/** What is trained: a box for each part of the network and one for each of its parameters; states that are learnt. */
final class TrainedChoice extends VBox {
    private static final Texts TEXTS = Texts.of(TrainedChoice.class);

    private final BiConsumer<Set<String>, Set<String>> onChange;
    private @Nullable Shown shown;

    private record Shown(
            Set<String> names,
            Set<String> states,
            Set<String> held,
            Set<String> learnt,
            Set<String> fixed,
            Convention notation) {}

    /** @param onChange told what is held and which states are learnt */
    TrainedChoice(BiConsumer<Set<String>, Set<String>> onChange) {
        this.onChange = onChange;
        setId("training-trained");
        getStyleClass().add("trained-choice");
    }

    void show(Session session) {
        Network network = session.network();
        Training training = session.training();
        Map<String, List<String>> parts = new LinkedHashMap<>();
        network.parameters()
                .keySet()
                .forEach(name -> parts.computeIfAbsent(FullName.of(name).part(), part -> new ArrayList<>())
                        .add(name));
        List<String> states = states(network);
        Shown now = new Shown(
                network.parameters().keySet(),
                Set.copyOf(states),
                training.held(),
                training.learnt(),
                network.fixed(),
                Convention.shown());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        String focused = getChildren().stream()
                .flatMap(node -> node.lookupAll(".check-box").stream())
                .filter(Node::isFocused)
                .map(Node::getId)
                .findFirst()
                .orElse("");
        getChildren().clear();
        Label title = new Label(TEXTS.get("trained"));
        title.getStyleClass().add("size-label");
        getChildren().add(title);
        parts.forEach((part, names) -> add(word(session, part), names, network, training));
        if (!states.isEmpty()) {
            FlowPane row = row();
            states.forEach(state -> row.getChildren().add(stateBox(network, state, training)));
            Label label = new Label(TEXTS.get("trained.states"));
            label.setTooltip(new Tooltip(TEXTS.get("trained.states.tip")));
            getChildren().addAll(label, row);
        }
        lookupAll(".check-box").stream()
                .filter(node -> focused.equals(node.getId()))
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    /** Tied directions share their parameters. */
    private static String word(Session session, String key) {
        return PartWords.brief(
                session,
                session.network().parts().stream()
                        .filter(part -> part.parameterKey().equals(key))
                        .map(Part::key)
                        .findFirst()
                        .orElse(key));
    }

    private static List<String> states(Network network) {
        List<String> states = new ArrayList<>();
        for (Part part : network.parts()) {
            part.layer().cell().states().forEach(state -> states.add(part.state(state)));
        }
        return states;
    }

    /** @param fixed what no one can train, as its cell says */
    private void add(String part, List<String> names, Network network, Training training) {
        Set<String> fixed = network.fixed();
        List<String> free = names.stream().filter(name -> !fixed.contains(name)).toList();
        CheckBox all =
                box(part, "training-train-" + FullName.of(names.getFirst()).part());
        long held = free.stream().filter(training.held()::contains).count();
        all.setSelected(held == 0 && !free.isEmpty());
        all.setDisable(free.isEmpty());
        all.setIndeterminate(held > 0 && held < free.size());
        all.setTooltip(new Tooltip(TEXTS.get("trained.part.tip")));
        all.setOnAction(event -> hold(free, !all.isSelected(), training));
        FlowPane row = row();
        for (String name : names) {
            CheckBox one = box(NamesOfParts.plain(network, name), "training-train-" + name);
            one.setAccessibleText(part + " " + one.getText());
            boolean isFixed = fixed.contains(name);
            one.setSelected(!isFixed && !training.held().contains(name));
            one.setDisable(isFixed);
            one.setTooltip(new Tooltip(TEXTS.get("trained.part.tip")));
            one.setOnAction(event -> hold(List.of(name), !one.isSelected(), training));
            row.getChildren().add(isFixed ? explained(one) : one);
        }
        getChildren().addAll(all, row);
    }

    /** What is disabled shows no tip of its own. */
    private static Node explained(CheckBox fixed) {
        StackPane around = new StackPane(fixed);
        fixed.setAccessibleHelp(PartWords.fixedTip());
        Tooltip.install(around, new Tooltip(PartWords.fixedTip()));
        return around;
    }

    private CheckBox stateBox(Network network, String state, Training training) {
        String word = PartWords.parameter(network, state);
        CheckBox box = box(word, "training-learn-" + state);
        box.setSelected(training.learnt().contains(state));
        box.setTooltip(new Tooltip(TEXTS.get("trained.states.tip")));
        box.setOnAction(event -> {
            Set<String> learnt = new HashSet<>(training.learnt());
            if (box.isSelected()) {
                learnt.add(state);
            } else {
                learnt.remove(state);
            }
            onChange.accept(training.held(), learnt);
        });
        return box;
    }

    private void hold(List<String> names, boolean isHeld, Training training) {
        Set<String> held = new HashSet<>(training.held());
        if (isHeld) {
            held.addAll(names);
        } else {
            names.forEach(held::remove);
        }
        onChange.accept(held, training.learnt());
    }

    private static CheckBox box(String text, String id) {
        CheckBox box = new CheckBox(text);
        box.setMnemonicParsing(false); // an underscore begins an index
        box.setId(id);
        return box;
    }

    private static FlowPane row() {
        FlowPane row = new FlowPane(8, 2);
        row.getStyleClass().add("trained-row");
        return row;
    }
}
