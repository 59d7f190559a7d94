package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.explain.NumberId;
import org.gatescope.lesson.Example;
import org.gatescope.session.Phase;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;

/** The README's tour, pressed and clicked as it is written: keys, names and what is typed are read from it. */
class TourTest extends WindowScene {
    private final Tour tour;

    TourTest() throws IOException {
        tour = new Tour();
    }

    @Override
    protected Session first() {
        return Example.AGREEMENT.session();
    }

    @Override
    protected Arrangement arrangement() {
        return Arrangement.FIRST;
    }

    @Test
    void eachStepDoesWhatItSays() {
        robot.interact(() -> workbench.move(Example.AGREEMENT::placed));
        settle();
        playing();
        backward();
        editing();
        opening();
        gradients();
        gallery();
        building();
        mistakes();
        equations();
        breakpoints();
        trained();
        diagnostics();
        challenge();
        filling();
        assertThat(tour.isOver()).isTrue();
    }

    private void playing() {
        tour.step();
        tour.typed();
        String read = IntStream.rangeClosed(0, playhead().step())
                .mapToObj(t -> session().token(0, t))
                .collect(Collectors.joining(" "));
        assertThat(read).isEqualTo(tour.name());
        long place = playhead().position();
        List<KeyCode> step = tour.keys();
        press(step);
        press(step);
        assertThat(playhead().position()).isEqualTo(place + 2);
        int time = playhead().step();
        press(tour.keys());
        press(step);
        assertThat(playhead().step()).isEqualTo(time + 1);
        long last = playhead().position();
        press(tour.keys());
        await(() -> playhead().position() > last);
        press(tour.keys());
        assertThat(playhead().isAtStart()).isTrue();
    }

    private void backward() {
        tour.step();
        Session before = session();
        while (playhead().phase() != Phase.BACKWARD) {
            chord(KeyCode.RIGHT, KeyCode.SHIFT);
        }
        int time = playhead().step();
        chord(KeyCode.RIGHT, KeyCode.SHIFT);
        chord(KeyCode.RIGHT, KeyCode.SHIFT);
        assertThat(playhead().step()).isLessThan(time);
        long place = playhead().position();
        press(tour.keys());
        assertThat(playhead().position()).isEqualTo(place - 1);
        assertThat(session()).isSameAs(before);
    }

    private void editing() {
        tour.step();
        click(node("outline-layer-1"));
        double before = weight("Wx.i", 0, 0);
        String fraction = tour.typed();
        String comma = tour.typed();
        List<KeyCode> enter = tour.keys();
        clickCell("Wx.i", 0, 0);
        write(fraction);
        press(enter);
        assertThat(weight("Wx.i", 0, 0)).isEqualTo(1 / 3.0);
        clickCell("Wx.i", 0, 0);
        write(comma);
        press(enter);
        assertThat(weight("Wx.i", 0, 0)).isEqualTo(0.5);
        List<KeyCode> undo = tour.keys();
        press(undo);
        press(undo);
        assertThat(weight("Wx.i", 0, 0)).isEqualTo(before);
    }

    private void opening() {
        tour.step();
        type(KeyCode.ESCAPE, KeyCode.HOME, KeyCode.END); // values are in view again
        click(square("f", 1, 0));
        NumberId first = opened();
        assertThat(named(Labeled.class, tour.name())).isNotNull();
        click(styled(".inspect .factor"));
        assertThat(opened()).isNotEqualTo(first);
        press(tour.keys());
        assertThat(opened()).isEqualTo(first);
        focus("lane-x");
        doubleClick(square("x", 1, 0));
        assertThat(onWindow(() -> editor("input").isVisible())).isTrue();
        type(KeyCode.ESCAPE, 2);
    }

    private void gradients() {
        tour.step();
        double weight = shown("Wx.i");
        click(named(ToggleButton.class, tour.name()));
        assertThat(named(Label.class, tour.name())).isNotNull();
        Matrix gradient = Objects.requireNonNull(
                workbench.shown().get().run().trace().parameterGradients().get("0.forward.Wx.i"));
        assertThat(shown("Wx.i")).isEqualTo(gradient.get(0, 0)).isNotEqualTo(weight);
        click(node("show-values"));
    }

    private void gallery() {
        tour.step();
        Node button = named(Labeled.class, tour.name());
        List<KeyCode> keys = tour.keys();
        click(button);
        find(tour.name());
        assertThat(session()).isEqualTo(Example.VANISHING_RNN.session());
        press(keys);
        find(tour.name());
        assertThat(session()).isEqualTo(Example.VANISHING_LSTM.session());
        assertThat(window.arrangement().shows(Arrangement.FLOW)).isTrue();
        assertThat(has("gate-f")).isTrue();
        click(startingWith(tour.name()));
        chooseCell("gru");
        assertThat(layers().getFirst().cell().source()).isNotEqualTo(cell(Example.VANISHING_LSTM.session()));
    }

    private void building() {
        tour.step();
        click(named(Labeled.class, tour.name()));
        robot.interact(() -> robot.lookup("#text-area").queryAs(TextArea.class).setText("one two\nthree"));
        click(robot.lookup("#text-words").query());
        click(robot.lookup("#text-use").query());
        assertThat(session().batch()).isEqualTo(2);
        assertThat(session().token(0, 1)).isEqualTo("two");
        click(startingWith(tour.name()));
        assertThat(tour.sign()).isNotEmpty();
        click(node("outline-layer-1"));
        choose("layer-menu", "layer-above");
        assertThat(layers()).hasSize(2);
        assertThat(named(Label.class, tour.name())).isNotNull();
        choose("choice-directions", "choice-directions-both");
        assertThat(layers().stream().anyMatch(layer -> layer.directions().isBidirectional()))
                .isTrue();
        click(startingWith(tour.name()));
        choose("choice-activation", "choice-activation-softmax");
        assertThat(session().objective()).isPresent();
        click(named(Labeled.class, tour.name()));
        find(tour.name());
        assertThat(session()).isEqualTo(Example.THREE_SENTENCES.session());
    }

    private void mistakes() {
        tour.step();
        Mistake mistake = Mistake.UPSTREAM_TWICE;
        choose(named(MenuButton.class, tour.name()).getId(), "mistake-" + mistake.id());
        assertThat(session().mistakes().mistakes()).containsExactly(mistake);
        click(named(ToggleButton.class, tour.name()));
        click(node("compare-before"));
        assertThat(onWindow(() -> node("compare-list").isVisible())).isTrue();
        chord(KeyCode.DIGIT3, KeyCode.CONTROL);
    }

    private void equations() {
        tour.step();
        openExample(Example.SENTENCE);
        click(node("outline-layer-1"));
        ButtonBase edit = named(ButtonBase.class, tour.name());
        assertThat(named(Labeled.class, tour.name())).isNotNull();
        robot.interact(edit::requestFocus);
        type(KeyCode.SPACE);
        TextArea source = (TextArea) node("cell-source");
        String line = tour.typed();
        robot.interact(() -> {
            source.setText(source.getText().replaceFirst("(?m)^c'.*$", line));
            source.requestFocus();
        });
        press(tour.keys());
        assertThat(cell(session())).as(text("cell-verdict")).contains(line);
        type(KeyCode.ESCAPE);
    }

    private void breakpoints() {
        tour.step();
        openExample(Example.AGREEMENT);
        focus("break-condition");
        write(tour.typed());
        assertThat(named(Labeled.class, tour.name())).isNotNull();
        press(tour.keys());
        press(tour.keys());
        press(tour.keys());
        fast();
        press(tour.keys());
        await(() -> window.debugging().stopped().get().isPresent());
        int before = window.debugging().breakpoints().size();
        press(tour.keys());
        assertThat(window.debugging().breakpoints()).hasSize(before + 1);
        press(tour.keys());
        assertThat(window.debugging().watches()).hasSize(1);
    }

    private void trained() {
        tour.step();
        click(named(ToggleButton.class, tour.name()));
        choose("tasks", "task-hello");
        Session before = session();
        press(tour.keys());
        assertThat(session().numbers().parameters())
                .isNotEqualTo(before.numbers().parameters());
        press(tour.keys());
        assertThat(session()).isEqualTo(before);
        click(named(ButtonBase.class, tour.name()));
        assertThat(text("go-on-result")).isNotBlank();
    }

    private void diagnostics() {
        tour.step();
        click(named(ToggleButton.class, tour.name()));
        assertThat(has("card-check")).isTrue();
        boolean flow = window.arrangement().shows(Arrangement.FLOW);
        press(tour.keys());
        assertThat(window.arrangement().shows(Arrangement.FLOW)).isNotEqualTo(flow);
    }

    private void challenge() {
        tour.step();
        openExample(Example.SMALL_SEQUENCE);
        click(named(ToggleButton.class, tour.name()));
        click(named(Labeled.class, tour.name()));
        assertThat(session().mistakes().mistakes()).hasSize(1);
        assertThat(window.selection().hidesMistakes().get()).isTrue();
    }

    private void filling() {
        tour.step();
        assertThat(tour.sign()).isNotEmpty();
        MenuButton fill = onWindow(() -> (MenuButton) node("table-Wx.h").lookup(".fill-menu"));
        click(fill);
        robot.interact(() -> fill.getItems().stream()
                .filter(MenuItem::isVisible)
                .findFirst()
                .orElseThrow()
                .fire());
        assertThat(weight("Wx.h", 0, 0)).isZero();
        copyToClipboard("7\t8\n9\t10");
        clickCell("Wx.h", 0, 0);
        chord(KeyCode.V, KeyCode.CONTROL);
        assertThat(weight("Wx.h", 1, 1)).isEqualTo(10);
    }

    private void press(List<KeyCode> keys) {
        chord(keys.getLast(), keys.subList(0, keys.size() - 1).toArray(KeyCode[]::new));
    }

    /** In the gallery: what is typed, and the first that it finds. */
    private void find(String title) {
        write(title);
        type(KeyCode.ENTER);
    }

    private NumberId opened() {
        return Objects.requireNonNull(onWindow(() -> window.selection().opened().get()));
    }

    private double shown(String table) {
        return onWindow(() -> grid(table).getContent().value(0, 0));
    }

    private List<Layer> layers() {
        return session().network().layers();
    }

    private static String cell(Session of) {
        return of.network().layers().getFirst().cell().source();
    }

    @SuppressWarnings("unchecked")
    private void fast() {
        robot.interact(() -> ((ComboBox<Double>) styled(".speed")).setValue(60.0));
    }

    private <N extends Labeled> N named(Class<N> kind, String name) {
        return labeled(kind, name, false);
    }

    private Node startingWith(String name) {
        return labeled(Labeled.class, name, true);
    }

    /** What is seen under a name. */
    private <N extends Labeled> N labeled(Class<N> kind, String name, boolean isBeginning) {
        return onWindow(() -> every("*").stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(node ->
                        isBeginning ? Objects.toString(node.getText()).startsWith(name) : name.equals(node.getText()))
                .filter(TourTest::isShown)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is called " + name)));
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
