package org.gatescope.ui.window;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.gatescope.explain.NumberId;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.control.KeyFocus;
import org.gatescope.ui.control.Shortcuts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Lets panes fill the window, between the toolbar and playback, side by side if there are several, and puts them back. */
final class FillingController {
    private static final Texts TEXTS = Texts.of(FillingController.class);
    private static final String BESIDE = "fill-beside";
    /** Width of a pane of texts, where one of pictures has 1. */
    private static final double SHARE_OF_TEXTS = 0.6;

    /** Those that every session has, as the command line calls them. */
    static final List<String> PANES = List.of("network", "lanes", "flow", "cell", "equations", "why");

    private final BorderPane root;
    private final Node usual;
    private final Fillable why;
    private final Shortcuts shortcuts;
    private final SplitPane row = new SplitPane();
    private boolean hasHeadings = true;
    /** What has been seen in the window since one pane began to fill it: panes in others' places are seen no more. */
    private final Set<Fillable> seen = new LinkedHashSet<>();

    /**
     * @param root      of the window, whose centre is filled
     * @param why       stands beside what fills the window once a number is opened there
     * @param shortcuts get the keys
     */
    FillingController(BorderPane root, Fillable why, Shortcuts shortcuts) {
        this.root = root;
        this.why = why;
        this.shortcuts = shortcuts;
        usual = root.getCenter();
        root.addEventHandler(Fillable.Wish.FILL, wish -> {
            toggle(wish.wanted());
            wish.consume();
        });
        root.addEventHandler(Fillable.Wish.GO, wish -> {
            seen.remove(wish.wanted());
            if (isFilledWith(wish.wanted())) {
                leave(wish.wanted());
            }
            wish.consume();
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && isFilled()) {
                leave(lastFilled());
                event.consume();
            }
        });
        shortcuts
                .line("fill")
                .everywhere(this::toggleAtFocus, Fillable.KEY)
                .line(BESIDE)
                .everywhere(this::offerBeside, Fillable.KEY, KeyCombination.SHIFT_DOWN)
                .as(BESIDE);
    }

    boolean isFilled() {
        return root.getCenter() == row;
    }

    private List<FilledPlace> places() {
        return row.getItems().stream().map(FilledPlace.class::cast).toList();
    }

    private Fillable lastFilled() {
        return places().getLast().panes().getLast();
    }

    private Optional<FilledPlace> placeFor(Fillable pane) {
        return places().stream().filter(place -> place.isFor(pane)).findFirst();
    }

    private boolean isFilledWith(Fillable pane) {
        return placeFor(pane).filter(place -> place.has(pane)).isPresent();
    }

    private void toggleAtFocus() {
        Optional<Fillable> focused = Fillable.around(focusOwner());
        if (isFilled()) {
            leave(focused.filter(this::isFilledWith).orElseGet(this::lastFilled));
        } else {
            focused.ifPresent(this::fill);
        }
    }

    private void offerBeside() {
        if (!isFilled()) {
            toggleAtFocus();
        }
        if (isFilled()) {
            places().getLast().offer();
        }
    }

    /** Why a number is what it is, is seen wherever one is opened. */
    void opened(@Nullable NumberId number) {
        if (number != null && isFilled() && !isFilledWith(why)) {
            fill(why);
        }
    }

    /** By its button or heading: one that is there goes back, another takes the place of all that are. */
    private void toggle(Fillable wanted) {
        if (isFilledWith(wanted)) {
            leave(wanted);
        } else {
            leave();
            fill(wanted);
        }
    }

    /** @param pane one of {@link #PANES}; any other leaves the window as it is */
    void fill(String pane) {
        root.applyCss(); // split panes hold nothing before
        offered().filter(offer -> offer.key().equals(pane)).findFirst().ifPresent(this::fill);
    }

    /** All that are shown, those too that stand in others. */
    Stream<Fillable> everyPane() {
        root.applyCss(); // split panes hold nothing before
        return Fillable.everyIn(root);
    }

    /** What fills the window, from left to right, by keys. */
    List<String> filled() {
        return places().stream()
                .flatMap(place -> place.panes().stream())
                .map(Fillable::key)
                .toList();
    }

    /** Adds what {@link #filled} named, if it is there and does not fill the window already. */
    void refill(String name) {
        if (PANES.contains(name)) {
            fill(name);
        } else {
            root.applyCss();
            Stream.of(usual, row)
                    .flatMap(Fillable::everyIn)
                    .filter(pane -> pane.key().equals(name) && !isFilledWith(pane))
                    .findFirst()
                    .ifPresent(this::fill);
        }
    }

    /** Adds a pane beside what fills the window already; where nothing does, it is the first. */
    void fill(Fillable wanted) {
        Node focused = focusOwner();
        boolean isSeen = focused != null && focused.isFocusVisible();
        remember();
        Optional<FilledPlace> place = placeFor(wanted);
        if (place.isPresent()) {
            place.get().add(wanted);
        } else {
            FilledPlace added = new FilledPlace(wanted, besideButton(), Fillable.back(() -> leavePlaceOf(wanted)));
            added.showHeading(hasHeadings);
            row.getItems().add(added);
            root.setCenter(row);
            share();
        }
        root.applyCss(); // split panes hold nothing before
        focus(focused, isSeen);
    }

    /** Without headings there is more room for what stands below them; then {@link #choices} says what does. */
    void showHeadings(boolean shown) {
        hasHeadings = shown;
        places().forEach(place -> place.showHeading(shown));
    }

    /** What can fill the window, with a mark at what does. The last one that does stays. */
    List<CheckMenuItem> choices() {
        Stream<Fillable> filled = places().stream().flatMap(place -> place.panes().stream());
        return Stream.concat(filled.toList().stream(), offered())
                .map(this::choice)
                .toList();
    }

    private CheckMenuItem choice(Fillable pane) {
        CheckMenuItem item = new CheckMenuItem(pane.name());
        item.setSelected(isFilledWith(pane));
        item.setOnAction(event -> {
            if (!isFilledWith(pane)) {
                fill(pane);
            } else if (places().stream().mapToInt(place -> place.panes().size()).sum() > 1) {
                leave(pane);
            }
        });
        return item;
    }

    private void share() {
        List<Double> parts = places().stream()
                .map(place -> place.isNarrow() ? SHARE_OF_TEXTS : 1)
                .toList();
        double all = parts.stream().mapToDouble(Double::doubleValue).sum();
        double before = 0;
        double[] dividers = new double[parts.size() - 1];
        for (int i = 0; i < dividers.length; i++) {
            before += parts.get(i) / all;
            dividers[i] = before;
        }
        row.setDividerPositions(dividers);
    }

    private MenuButton besideButton() {
        MenuButton button = new MenuButton(TEXTS.get("beside"), new FontIcon(Feather.COLUMNS));
        button.getStyleClass().addAll("tool", BESIDE);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setFocusTraversable(false);
        button.setAccessibleText(TEXTS.get("beside"));
        button.setTooltip(new Tooltip(TEXTS.get("beside.tip") + "  " + shortcuts.keysOf(BESIDE)));
        button.setOnShowing(
                event -> button.getItems().setAll(offered().map(this::item).toList()));
        button.getItems().add(new MenuItem()); // an empty menu does not open
        return button;
    }

    private MenuItem item(Fillable offer) {
        MenuItem item = new MenuItem(offer.name());
        item.setUserData(offer);
        item.setOnAction(event -> fill(offer));
        return item;
    }

    private void remember() {
        if (!isFilled()) {
            seen.clear();
        }
        Fillable.allIn(usual).forEach(seen::add);
        seen.add(why); // even where it is put away
    }

    /** Pictures before texts; what has gone since, and what fills the window, is left out. */
    private Stream<Fillable> offered() {
        remember();
        return Stream.of(false, true)
                .flatMap(texts -> seen.stream()
                        .filter(pane -> pane.isEnlarged() == texts)
                        .filter(pane -> pane == why || pane.whole().getParent() != null)
                        .filter(pane -> !isFilledWith(pane) && !isAboutFilled(pane)));
    }

    /** True of a pane of which a part fills the window, as one lane of the lanes. */
    private boolean isAboutFilled(Fillable pane) {
        return places().stream()
                .flatMap(place -> place.panes().stream())
                .anyMatch(filled -> isWithin(filled.pane(), pane.pane()));
    }

    private static boolean isWithin(Node node, Node about) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == about) {
                return true;
            }
        }
        return false;
    }

    private void leavePlaceOf(Fillable pane) {
        placeFor(pane).map(FilledPlace::panes).ifPresent(panes -> panes.forEach(this::leave));
    }

    private void leave(Fillable pane) {
        Node focused = focusOwner();
        boolean isSeen = focused != null && focused.isFocusVisible();
        FilledPlace place = placeFor(pane).orElseThrow();
        if (place.leaves(pane)) {
            row.getItems().remove(place);
            if (row.getItems().isEmpty()) {
                root.setCenter(usual);
            }
            place.close();
        }
        focus(focused, isSeen);
    }

    /** Puts back what fills the window, if anything does. */
    void leave() {
        List<Fillable> panes =
                places().stream().flatMap(place -> place.panes().stream()).toList();
        panes.forEach(this::leave);
    }

    private @Nullable Node focusOwner() {
        return root.getScene() == null ? null : root.getScene().getFocusOwner();
    }

    /** A node that moves loses the focus. */
    private void focus(@Nullable Node before, boolean isSeen) {
        if (before != null && before.getScene() == root.getScene()) {
            if (isSeen) {
                KeyFocus.lead(before);
            } else {
                before.requestFocus();
            }
        } else {
            root.requestFocus();
        }
    }
}
