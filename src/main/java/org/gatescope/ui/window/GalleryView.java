package org.gatescope.ui.window;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.gatescope.lesson.ExampleGroup;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;
import org.gatescope.picture.lane.GlimpsePicture;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Reveal;
import org.gatescope.ui.paint.Drawn;

/** What the app can open, in groups: a picture, a title and a line each. Typing searches, the arrows walk, Enter opens. */
final class GalleryView extends VBox {
    private static final Texts TEXTS = Texts.of(GalleryView.class);
    private static final double WIDTH = 640;
    /** Picture, gaps and scroll bar. */
    private static final double BESIDE_WORDS = 150;

    private final TextField search = new TextField();
    private final ScrollPane pane;
    private final Label none = new Label(TEXTS.get("gallery.none"));
    private final List<Shown> entries = new ArrayList<>();
    private final Map<ExampleGroup, VBox> groups = new EnumMap<>(ExampleGroup.class);
    private Tones tones = Tones.LIGHT;

    /** What stands in a list has no full stop. */
    private static String line(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** An entry with its button. */
    private final class Shown {
        private final GalleryEntry entry;
        private final Drawn drawn = new Drawn(this::picture);
        private final Button button;
        private Glimpse glimpse = new Glimpse(new double[0][], new double[0][]);

        Shown(GalleryEntry entry) {
            this.entry = entry;
            drawn.getStyleClass().add("gallery-picture");
            Label title = new Label(entry.title());
            title.getStyleClass().add("strong");
            Text purpose = new Text(line(entry.purpose()));
            purpose.getStyleClass().add("gallery-purpose");
            purpose.setWrappingWidth(WIDTH - BESIDE_WORDS); // a label would be as high as at no width
            VBox words = new VBox(title, purpose);
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox card = new HBox(drawn, words);
            card.getStyleClass().add("gallery-card");
            button = new Button("", card);
            button.setId(entry.id());
            button.setAccessibleText(entry.title() + ". " + entry.purpose());
            button.getStyleClass().add("gallery-entry");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(event -> entry.open().run());
            button.focusedProperty().subscribe(is -> {
                if (is) {
                    reveal(button);
                }
            });
        }

        private Picture picture(double width, double height) {
            return new GlimpsePicture(width, height, glimpse.values(), glimpse.gradients(), tones);
        }
    }

    /** @param offered in their groups' order */
    GalleryView(List<GalleryEntry> offered) {
        getStyleClass().add("gallery");
        search.setId("gallery-search");
        search.setPromptText(TEXTS.get("gallery.search"));
        search.setAccessibleText(TEXTS.get("gallery.search"));
        search.textProperty().subscribe(this::filter);
        none.setId("gallery-none");
        none.getStyleClass().add("muted");
        VBox list = new VBox(none);
        list.getStyleClass().add("gallery-list");
        for (GalleryEntry entry : offered) {
            Shown shown = new Shown(entry);
            entries.add(shown);
            groups.computeIfAbsent(entry.group(), group -> section(group, list))
                    .getChildren()
                    .add(shown.button);
        }
        pane = new ScrollPane(list);
        pane.setId("gallery-list");
        pane.setFitToWidth(true);
        pane.setFocusTraversable(false);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setPrefViewportWidth(WIDTH);
        VBox.setVgrow(pane, Priority.ALWAYS);
        getChildren().addAll(search, pane);
        addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        filter("");
    }

    private static VBox section(ExampleGroup group, VBox list) {
        Label title = new Label(group.title());
        title.getStyleClass().add("section-title");
        Label purpose = new Label(group.purpose());
        purpose.getStyleClass().add("muted");
        purpose.setWrapText(true);
        VBox section = new VBox(title, purpose);
        section.getStyleClass().add("gallery-group");
        list.getChildren().add(section);
        return section;
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(GalleryView.class.getResource("gallery.css"))
                .toExternalForm();
    }

    /** Nothing is searched for yet. @param room how high the list may be, in pixels */
    void begin(Tones worn, double room) {
        tones = worn;
        entries.forEach(shown -> shown.drawn.redraw());
        pane.setPrefViewportHeight(room);
        search.clear();
        pane.setVvalue(0);
    }

    /** Whoever types searches. */
    void search() {
        search.requestFocus();
    }

    /** Pictures of the entries, in the order that they were offered in. */
    void show(List<Glimpse> glimpses) {
        for (int i = 0; i < glimpses.size(); i++) {
            entries.get(i).glimpse = glimpses.get(i);
            entries.get(i).drawn.redraw();
        }
    }

    /** Enter in the search opens the first whose title has what was typed, or else the first. */
    private Shown best(List<Shown> found) {
        return found.stream()
                .filter(shown -> shown.entry.isNamed(search.getText()))
                .findFirst()
                .orElse(found.getFirst());
    }

    /** What is called as was typed is found alone. */
    private void filter(String typed) {
        boolean isTitle = entries.stream().anyMatch(shown -> shown.entry.isCalled(typed));
        for (Shown shown : entries) {
            put(shown.button, isTitle ? shown.entry.isCalled(typed) : shown.entry.isMeant(typed));
        }
        groups.forEach((group, section) -> put(
                section, entries.stream().anyMatch(shown -> shown.entry.group() == group && shown.button.isManaged())));
        put(none, found().isEmpty());
    }

    private static void put(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private List<Shown> found() {
        return entries.stream().filter(shown -> shown.button.isManaged()).toList();
    }

    private void walk(KeyEvent event) {
        List<Shown> found = found();
        int at = -1;
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).button.isFocused()) {
                at = i;
            }
        }
        KeyCode key = event.getCode();
        if (key == KeyCode.DOWN && at + 1 < found.size()) {
            found.get(at + 1).button.requestFocus();
        } else if (key == KeyCode.UP) {
            (at > 0 ? found.get(at - 1).button : search).requestFocus();
        } else if (key == KeyCode.ENTER && !found.isEmpty()) {
            (at < 0 ? best(found) : found.get(at)).button.fire();
        } else {
            return;
        }
        event.consume();
    }

    private void reveal(Node button) {
        Node list = pane.getContent();
        double top = list.sceneToLocal(button.localToScene(0, 0)).getY();
        Reveal.vertically(pane, top, top + button.getLayoutBounds().getHeight(), 8);
    }
}
