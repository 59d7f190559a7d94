package org.gatescope.ui.window;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gatescope.lesson.ExampleGroup;
import org.gatescope.picture.Tones;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Reveal;
import org.jspecify.annotations.Nullable;

/**
 * What the app can open, in groups: a picture, a title and a line each; below it the user's own folder. Typing searches, the
 * arrows walk, Page Down and Page Up go from group to group, Enter opens.
 */
final class GalleryView extends VBox {
    private static final Texts TEXTS = Texts.of(GalleryView.class);
    private static final double WIDTH = 640;

    private final TextField search = new TextField();
    private final FlowPane jumps = new FlowPane();
    private final VBox list = new VBox();
    private final ScrollPane pane = new ScrollPane(list);
    private final Label none = new Label(TEXTS.get("gallery.none"));
    private final Map<ExampleGroup, List<GalleryCard>> groups = new EnumMap<>(ExampleGroup.class);
    private final List<GalleryCard> offered = new ArrayList<>();
    private final List<GallerySection> sections = new ArrayList<>();
    private final GallerySection own = new GallerySection("own", TEXTS.get("own"), "");
    private final Button choose = new Button(TEXTS.get("own.choose"));
    private Tones tones = Tones.LIGHT;
    private Runnable leave = () -> {};

    /** @param entries in their groups' order */
    GalleryView(List<GalleryEntry> entries) {
        getStyleClass().add("gallery");
        search.setId("gallery-search");
        search.setPromptText(TEXTS.get("gallery.search"));
        search.setAccessibleText(TEXTS.get("gallery.search"));
        search.textProperty().subscribe((before, typed) -> filter());
        none.setId("gallery-none");
        none.getStyleClass().add("muted");
        list.getStyleClass().add("gallery-list");
        list.getChildren().add(none);
        jumps.getStyleClass().add("gallery-jumps");
        for (GalleryEntry entry : entries) {
            GalleryCard card =
                    new GalleryCard(entry.id(), entry.group().title(), entry.title(), entry.purpose(), entry.open());
            offered.add(seen(card));
            groups.computeIfAbsent(entry.group(), group -> new ArrayList<>()).add(card);
        }
        groups.forEach((group, cards) -> {
            GallerySection section = new GallerySection(group.id(), group.title(), group.purpose());
            section.setCards(cards, tones);
            add(section);
        });
        choose.setId("gallery-choose");
        choose.getStyleClass().add("tool");
        pane.setId("gallery-list");
        pane.setFitToWidth(true);
        pane.setFocusTraversable(false);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setPrefViewportWidth(WIDTH);
        VBox.setVgrow(pane, Priority.ALWAYS);
        getChildren().addAll(search, jumps, pane);
        addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        filter();
    }

    private void add(GallerySection section) {
        sections.add(section);
        list.getChildren().add(section);
        section.jump().setOnAction(event -> comeTo(section));
        jumps.getChildren().add(section.jump());
    }

    private GalleryCard seen(GalleryCard card) {
        card.focusedProperty().subscribe(is -> {
            if (is) {
                reveal(card);
            }
        });
        return card;
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(GalleryView.class.getResource("gallery.css"))
                .toExternalForm();
    }

    void setOnLeave(Runnable action) {
        leave = action;
    }

    /** Something was chosen. */
    void leave() {
        leave.run();
    }

    /** From now on there is a place for a folder of one's own. */
    void offerOwn() {
        if (!sections.contains(own)) {
            add(own);
            list.getChildren().add(choose);
        }
    }

    /** @param action lets a folder be chosen */
    void setOnChoose(Runnable action) {
        choose.setOnAction(event -> action.run());
    }

    /** What is said of the user's own folder. */
    void sayOwn(String line) {
        own.say(line);
    }

    void showOwn(List<GalleryCard> cards) {
        own.setCards(cards, tones);
        cards.forEach(this::seen);
        filter();
    }

    /** Nothing is searched for yet. @param room how high the list may be, in pixels */
    void begin(Tones worn, double room) {
        tones = worn;
        cards().forEach(card -> card.wear(worn));
        pane.setPrefViewportHeight(room);
        search.clear();
        pane.setVvalue(0);
    }

    /** Whoever types searches. */
    void search() {
        search.requestFocus();
    }

    /** A picture of an entry. @param at its place among those that were offered */
    void show(int at, Glimpse glimpse) {
        offered.get(at).show(glimpse);
    }

    private Stream<GalleryCard> cards() {
        return sections.stream().flatMap(section -> section.cards().stream());
    }

    /** Enter in the search opens the first whose title has what was typed, or else the first. */
    private GalleryCard best(List<GalleryCard> found) {
        return found.stream()
                .filter(card -> card.isNamed(search.getText()))
                .findFirst()
                .orElse(found.getFirst());
    }

    /** What a card says has changed, or what is there. */
    void changed() {
        if (!search.getText().isBlank()) {
            filter();
        }
    }

    /** What is called as was typed is found alone. The folder of one's own stays: it may be empty as yet. */
    private void filter() {
        String typed = search.getText();
        boolean isTitle = cards().anyMatch(card -> card.isCalled(typed));
        cards().forEach(card -> put(card, isTitle ? card.isCalled(typed) : card.isMeant(typed)));
        for (GallerySection section : sections) {
            boolean isFound = section.cards().stream().anyMatch(Node::isManaged);
            put(section, isFound || section == own && typed.isBlank());
        }
        put(choose, own.isManaged());
        put(none, found().isEmpty());
    }

    private static void put(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private List<GalleryCard> found() {
        return cards().filter(Node::isManaged).toList();
    }

    private void walk(KeyEvent event) {
        List<GalleryCard> found = found();
        int at = -1;
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).isFocused()) {
                at = i;
            }
        }
        KeyCode key = event.getCode();
        if (key == KeyCode.DOWN && at + 1 < found.size()) {
            found.get(at + 1).requestFocus();
        } else if (key == KeyCode.UP) {
            (at > 0 ? found.get(at - 1) : search).requestFocus();
        } else if (key == KeyCode.ENTER && at >= 0) {
            found.get(at).fire();
        } else if (key == KeyCode.ENTER && search.isFocused() && !found.isEmpty()) {
            best(found).fire();
        } else if (key == KeyCode.PAGE_DOWN || key == KeyCode.PAGE_UP) {
            walkGroups(at < 0 ? null : found.get(at), key == KeyCode.PAGE_DOWN);
        } else {
            return;
        }
        event.consume();
    }

    /** Wherever the focus is. */
    private void typed(KeyEvent event) {
        String typed = event.getCharacter();
        boolean isText = !typed.isBlank() && typed.chars().noneMatch(Character::isISOControl);
        if (isText && !search.isFocused() && !event.isShortcutDown() && !event.isAltDown()) {
            search.requestFocus();
            search.setText(search.getText() + typed);
            search.end();
        }
    }

    private void walkGroups(@Nullable GalleryCard from, boolean isDown) {
        List<GallerySection> shown = sections.stream().filter(Node::isManaged).toList();
        int now = -1;
        for (int i = 0; i < shown.size(); i++) {
            if (from != null && shown.get(i).cards().contains(from)) {
                now = i;
            }
        }
        int to = isDown ? now + 1 : now - 1;
        if (to >= 0 && to < shown.size()) {
            comeTo(shown.get(to));
        } else if (to < 0) {
            search();
        }
    }

    /** Its title is seen, and its first card has the focus. */
    private void comeTo(GallerySection section) {
        section.cards().stream()
                .filter(Node::isManaged)
                .findFirst()
                .ifPresentOrElse(Node::requestFocus, () -> choose.requestFocus());
        double top = section.getBoundsInParent().getMinY();
        double most = list.getHeight() - pane.getViewportBounds().getHeight();
        pane.setVvalue(most <= 0 ? 0 : Math.clamp(top / most, 0, 1));
    }

    private void reveal(Node button) {
        double top = list.sceneToLocal(button.localToScene(0, 0)).getY();
        Reveal.vertically(pane, top, top + button.getLayoutBounds().getHeight(), 8);
    }
}
