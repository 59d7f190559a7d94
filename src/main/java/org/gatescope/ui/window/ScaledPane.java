package org.gatescope.ui.window;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.PopupControl;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.controlsfx.control.PopOver;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.paint.Drawn;
import org.jspecify.annotations.Nullable;

/**
 * Shows the contents of a window larger or smaller than their own size: the more they are enlarged, the less room they are
 * given. What hangs over the window, as menus and tips, is written as much larger.
 */
public final class ScaledPane extends Region {
    /** In per cent of the contents' own size. */
    public static final List<Integer> STEPS = List.of(80, 90, 100, 110, 125, 150, 175, 200, 250, 300);

    private static final int WHOLE = 100;
    /** Of the app's text, in pixels. */
    private static final double FONT_SIZE = 13;

    /** Its frame, its title and its distance from the edges, in pixels. */
    private static final double ABOUT_BUBBLE = 120;
    /** So much more than what has the focus comes into view, in pixels of the contents. */
    private static final double BESIDE = 12;

    private final Region content;
    private final Scale scale = new Scale(1, 1);
    private final ScrollBar across = new ScrollBar();
    private final IntegerProperty percent = new SimpleIntegerProperty(WHOLE);
    private @Nullable Node held;
    private Subscription focus = Subscription.EMPTY;
    /** What the keys have come to, or what was asked for, until it is in view. */
    private @Nullable Node reached;

    private boolean isAsked;

    private final ListChangeListener<Window> opened = change -> {
        while (change.next()) {
            change.getAddedSubList().forEach(this::fit);
        }
    };

    /** Shows contents in their own size. */
    public ScaledPane(Region content) {
        this.content = content;
        content.getTransforms().add(scale);
        across.setId("across");
        across.setVisible(false);
        across.valueProperty().subscribe(this::requestLayout);
        getChildren().addAll(content, across);
        percent.subscribe(this::rescale);
        sceneProperty().subscribe(this::followFocus);
        Window.getWindows().addListener(new WeakListChangeListener<>(opened));
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> held = dividerOf(event.getTarget()));
        addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragDivider);
    }

    /** Whether contents can be shown in so many per cent of their own size. */
    public static boolean isPossible(int percent) {
        return percent >= STEPS.getFirst() && percent <= STEPS.getLast();
    }

    /** What settings say; another size than contents can be shown in leaves them as they are. */
    void showPercent(double wanted) {
        int rounded = (int) Math.rint(wanted);
        if (isPossible(rounded)) {
            percent.set(rounded);
        }
    }

    /** From 80 to 300; settings and the command line may choose what lies between the steps. */
    public IntegerProperty percentProperty() {
        return percent;
    }

    /** The keys that make it larger and smaller. */
    public void addShortcuts(Shortcuts shortcuts) {
        shortcuts
                .line("scale")
                .everywhere(() -> step(1), KeyCode.PLUS, KeyCombination.SHORTCUT_DOWN)
                .everywhere(() -> step(-1), KeyCode.MINUS, KeyCombination.SHORTCUT_DOWN)
                .everywhere(() -> percent.set(WHOLE), KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN)
                .line("") // the same keys on other keyboards
                .everywhere(() -> step(1), KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN)
                .everywhere(() -> step(1), KeyCode.PLUS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)
                .everywhere(() -> step(1), KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)
                .everywhere(() -> step(1), KeyCode.ADD, KeyCombination.SHORTCUT_DOWN)
                .everywhere(() -> step(-1), KeyCode.SUBTRACT, KeyCombination.SHORTCUT_DOWN)
                .everywhere(() -> percent.set(WHOLE), KeyCode.NUMPAD0, KeyCombination.SHORTCUT_DOWN);
    }

    /** To the next step up or down. */
    private void step(int direction) {
        int now = percent.get();
        STEPS.stream()
                .filter(step -> Integer.signum(step - now) == direction)
                .reduce((one, other) -> direction > 0 ? one : other)
                .ifPresent(percent::set);
    }

    private double factor() {
        return percent.get() / (double) WHOLE;
    }

    private void rescale() {
        scale.setX(factor());
        scale.setY(factor());
        requestLayout();
        lookupAll("*").forEach(node -> {
            if (node instanceof Drawn drawn) {
                drawn.redraw(); // with as many pixels as it now covers
            }
        });
    }

    /** What hangs over this window is written as large. */
    private void fit(Window shown) {
        if (shown instanceof PopupControl popup && isOver(popup)) {
            if (popup instanceof PopOver bubble) {
                enlarge(bubble);
            } else { // a tip that is wider than the window would be cut off
                if (popup instanceof Tooltip tip) {
                    tip.setWrapText(true);
                    tip.setMaxWidth(getWidth());
                }
                // it takes its style from its owner, not from the root of its scene
                popup.setStyle(percent.get() == WHOLE ? "" : "-fx-font-size: " + FONT_SIZE * factor() + "px");
            }
        }
    }

    /** As far as the window is wide enough for it; what is too high for the window gets the height that there is. */
    private void enlarge(PopOver bubble) {
        boolean isUsual = percent.get() == WHOLE;
        if (bubble.getContentNode() instanceof Region usual && !(usual instanceof ScaledPane) && !isUsual) {
            bubble.setContentNode(new Region()); // a node has one place
            bubble.setContentNode(new ScaledPane(usual));
        }
        bubble.getScene().getRoot().applyCss(); // distances count
        if (bubble.getContentNode() instanceof ScaledPane larger) {
            double most = (getWidth() - ABOUT_BUBBLE) / larger.content.prefWidth(-1) * WHOLE;
            larger.percent.set((int) Math.clamp(most, STEPS.getFirst(), Math.max(STEPS.getFirst(), percent.get())));
            fitHeight(larger.content, larger.factor());
        } else if (bubble.getContentNode() instanceof Region usual) {
            fitHeight(usual, 1);
        }
    }

    private void fitHeight(Region content, double factor) {
        double room = (getHeight() - ABOUT_BUBBLE) / factor;
        content.setPrefHeight(USE_COMPUTED_SIZE);
        content.setPrefHeight(content.prefHeight(-1) > room ? room : USE_COMPUTED_SIZE);
    }

    private boolean isOver(PopupWindow popup) {
        Window owner = popup.getOwnerWindow();
        return getScene() != null
                && (owner instanceof PopupWindow below
                        ? isOver(below)
                        : owner == getScene().getWindow());
    }

    /** The focus is the contents' own. */
    @Override
    public void requestFocus() {
        content.requestFocus();
    }

    /**
     * A split pane moves its dividers by distances in the window, whatever the scale of its own pixels: here they follow
     * the pointer.
     */
    private void dragDivider(MouseEvent event) {
        Node divider = held;
        if (divider != null && divider.getParent() instanceof SplitPane split) {
            List<Node> dividers = split.getChildrenUnmodifiable().stream()
                    .filter(ScaledPane::isDivider)
                    .toList();
            boolean isBeside = split.getOrientation() == Orientation.HORIZONTAL;
            Point2D place = split.sceneToLocal(event.getSceneX(), event.getSceneY());
            double share = isBeside ? place.getX() / split.getWidth() : place.getY() / split.getHeight();
            split.setDividerPosition(dividers.indexOf(divider), Math.clamp(share, 0, 1));
            event.consume();
        }
    }

    private static @Nullable Node dividerOf(Object target) {
        Node node = target instanceof Node clicked ? clicked : null;
        while (node != null && !isDivider(node)) {
            node = node.getParent();
        }
        return node;
    }

    private static boolean isDivider(Node node) {
        return node.getStyleClass().contains("split-pane-divider");
    }

    private void followFocus(@Nullable Scene scene) {
        focus.unsubscribe();
        focus = scene == null
                ? Subscription.EMPTY
                : scene.focusOwnerProperty().subscribe(owner -> {
                    if (!isAsked) {
                        reached = owner;
                        requestLayout();
                    }
                });
    }

    /** Brings a part of the contents into view, once it is laid out. */
    void bring(Node part) {
        Platform.runLater(() -> {
            applyCss(); // split panes hold nothing before
            layout();
            reached = part;
            isAsked = true;
            requestLayout();
        });
    }

    /** Keys bring what they come to into view; under the pointer nothing moves. */
    private void reveal(Node owner, double room) {
        if ((isAsked || owner.isFocusVisible()) && isWithin(owner)) {
            Bounds place = content.sceneToLocal(owner.localToScene(owner.getLayoutBounds()));
            double most = Math.max(0, place.getMinX() - BESIDE);
            double least = Math.min(place.getMaxX() + BESIDE - room, most); // of what is wider its beginning
            across.setValue(Math.clamp(across.getValue(), least, most));
        }
    }

    private boolean isWithin(Node node) {
        Node at = node;
        while (at != null && at != content) {
            at = at.getParent();
        }
        return at != null;
    }

    /** Where there is less room than the contents need, they can be scrolled from side to side. */
    @Override
    protected void layoutChildren() {
        double room = getWidth() / factor();
        double width = Math.max(room, content.minWidth(-1));
        boolean isTooNarrow = width > room + 1;
        double bar = isTooNarrow ? across.prefHeight(-1) : 0;
        across.setVisible(isTooNarrow);
        across.setMax(width - room);
        across.setVisibleAmount((width - room) * room / width);
        Node owner = reached;
        reached = null;
        if (isTooNarrow && owner != null) {
            content.layout(); // its place may be new
            reveal(owner, room);
        }
        isAsked = false;
        across.setValue(Math.clamp(across.getValue(), 0, across.getMax()));
        across.resizeRelocate(0, getHeight() - bar, getWidth(), bar);
        content.resizeRelocate(-across.getValue() * factor(), 0, width, (getHeight() - bar) / factor());
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(-1) * factor();
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(-1) * factor();
    }
}
