package org.gatescope.ui.lane;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableMap;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.gatescope.picture.Tones;
import org.gatescope.picture.lane.Lane;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.picture.lane.LaneHeights;
import org.gatescope.picture.lane.LaneLook;
import org.gatescope.picture.lane.LaneScales;
import org.gatescope.picture.lane.Square;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.control.Reveal;
import org.jspecify.annotations.Nullable;

/** All lanes on the shared time axis. It shows what it is given; each lane tells the listener what is done to it. */
public final class LanesView extends BorderPane {
    private final ObjectProperty<TimeAxis> axis;
    private final ObservableValue<Tones> tones;
    private final LaneListener listener;
    private final LaneLooks looks = new LaneLooks(this::rescale);
    private final Map<String, LaneView> views = new LinkedHashMap<>();
    private final Map<String, Ends> ends = new HashMap<>();

    /** As a lane's content has them, looked for once. */
    private record Ends(double largest, double least) {}

    private final LaneColumn column;
    private final ScrollPane scroll;
    private final LaneTip tip = new LaneTip();
    private List<String> order = List.of();
    private @Nullable Square selected;
    private Set<Square> lit = Set.of();
    private int current = -1;
    /** The only lanes that are shown, one below the other; none for all. */
    private final Set<String> alone = new HashSet<>();

    private Region whole = this;
    private Region ruler = this;
    private Consumer<Boolean> tellAlone = alone -> {};

    /**
     * @param axis     shared with everything that stands on the same columns
     * @param tones    the theme's colours
     * @param listener whom to tell what is done to the squares
     */
    public LanesView(ObjectProperty<TimeAxis> axis, ObservableValue<Tones> tones, LaneListener listener) {
        this.axis = axis;
        this.tones = tones;
        this.listener = listener;
        column = new LaneColumn(axis.get(), this::widen, this::findVisible);
        scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        getStyleClass().addAll("gs-time", "lanes");
        setCenter(scroll);
        setBottom(new AxisScrollBar(axis));
        new AxisGestures(this, axis, () -> current);
        axis.subscribe(this::axisChanged);
        tones.subscribe(this::rescale);
        scroll.vvalueProperty().subscribe(this::findVisible);
        scroll.viewportBoundsProperty().subscribe(bounds -> column.setRoom(bounds.getHeight()));
        scroll.viewportBoundsProperty().subscribe(this::findVisible);
    }

    /** Shows these lanes, each in the look and at the place that one of its id had before. */
    public void setLanes(List<Lane> lanes) {
        views.values().forEach(LaneView::closeMenu);
        Map<String, LaneView> before = new LinkedHashMap<>(views);
        views.clear();
        ends.clear();
        for (Lane lane : lanes) {
            views.put(lane.id(), viewOf(lane, before.get(lane.id())));
            ends.put(
                    lane.id(), new Ends(lane.content().largest(), lane.content().least()));
        }
        order = LaneOrder.merged(order, lanes.stream().map(Lane::id).toList());
        arrange();
        rescale();
        views.values().forEach(view -> view.setSelected(selected));
        showLit();
        refresh();
    }

    /**
     * The playhead moved, perhaps within its time step: the lanes' contents are asked what is computed now.
     *
     * @param step the playhead's, −1 for none; it never leaves the view by itself
     */
    public void setCurrent(int step) {
        boolean isAnother = step != current;
        current = step;
        if (isAnother) {
            follow();
        }
        refresh();
    }

    /**
     * Outlines a square and brings it into view, out of a lane that is folded, too; null for none. It stays outlined when
     * other lanes are shown.
     */
    public void select(@Nullable Square square) {
        selected = square;
        views.values().forEach(view -> view.setSelected(square));
        if (square != null && square.t() < axis.get().steps()) {
            axis.set(axis.get().showing(square.t()));
            LaneView view = views.get(square.lane());
            if (view != null && view.look().folded()) {
                looks.all().put(square.lane(), view.look().withFolded(false));
                Platform.runLater(() -> reveal(view)); // once it has its height
            } else if (view != null) {
                reveal(view);
            }
        }
    }

    /** The lane whose quantity is computed at the playhead; an id of none for none. */
    public void setActive(String id) {
        views.forEach((known, view) -> view.setActive(known.equals(id)));
    }

    /** Marks squares: what another number is made from. They stay marked when other lanes are shown. */
    public void setLit(Set<Square> squares) {
        lit = Set.copyOf(squares);
        showLit();
    }

    /** Outlines what differs from these lanes, as they were before an edit; from nothing where there are none. */
    public void setBefore(List<Lane> before) {
        Map<String, LaneContent> contents = new HashMap<>();
        before.forEach(lane -> contents.put(lane.id(), lane.content()));
        views.forEach((id, view) -> view.setBefore(contents.get(id)));
    }

    /** What the user chose, by the lanes' ids. May be filled before the lanes are shown. */
    public ObservableMap<String, LaneLook> looks() {
        return looks.all();
    }

    /** Which lanes the user has folded (true) or unfolded, by their ids. */
    public Map<String, Boolean> folds() {
        return looks.folds();
    }

    /** Folds and unfolds lanes as if the user had, those too that are yet to be shown. */
    public void fold(Map<String, Boolean> chosen) {
        looks.fold(chosen);
    }

    /** What the user has chosen for lanes, by their ids, apart from what is folded; those that look as at first are left out. */
    public Map<String, LaneLook> chosen() {
        return looks.chosen();
    }

    /** Lets lanes look as if the user had chosen it, those too that are yet to be shown; folded they stay as they are. */
    public void choose(Map<String, LaneLook> chosen) {
        looks.choose(chosen);
    }

    /** What is said beside the title of a group, now and when its lanes are shown again. */
    public void setNote(String group, GroupNote note) {
        column.setNote(group, note);
    }

    /** The ids from top to bottom. */
    public List<String> order() {
        return List.copyOf(order);
    }

    /** The order to keep to, for example from the last session. */
    public void setOrder(List<String> ids) {
        order = List.copyOf(ids);
        setLanes(views.values().stream().map(LaneView::lane).toList());
    }

    /** Puts a button of someone else's beside the first title. */
    public void addTool(Button tool) {
        column.addTool(tool);
    }

    /** All lanes, those too that are out of view. */
    public Region column() {
        return column;
    }

    /**
     * One lane can fill the window, too, or several.
     *
     * @param about   what fills it: these lanes with their ruler
     * @param above   the ruler
     * @param onAlone true when one lane is to be seen, false when all are again
     */
    public void setAloneWithin(Region about, Region above, Consumer<Boolean> onAlone) {
        whole = about;
        ruler = above;
        tellAlone = onAlone;
    }

    /** Lets a lane fill the window. */
    Fillable fillable(LaneView view, String name) {
        String id = view.lane().id();
        return Fillable.within(
                        view, view.getId(), name, () -> whole, () -> showAlone(id, true), () -> showAlone(id, false))
                .drawnAs(() -> List.of(ruler, view));
    }

    private void showAlone(String lane, boolean isAlone) {
        if (isAlone) {
            alone.add(lane);
        } else {
            alone.remove(lane);
        }
        tellAlone.accept(!alone.isEmpty());
        column.setHighestRow(alone.isEmpty() ? LaneHeights.ROOMY_ROW : LaneHeights.ROW_ALONE);
        arrange();
        rescale();
    }

    /** What all lanes make use of, in pixels: with rows as high as they get. */
    public double roomyHeight() {
        return column.heightWith(LaneHeights.ROOMY_ROW);
    }

    @Override
    public String getUserAgentStylesheet() {
        return LanesView.class.getResource("lane.css").toExternalForm();
    }

    LaneView view(String id) {
        return Objects.requireNonNull(views.get(id));
    }

    /** What it told may no longer be so. */
    public void hideTip() {
        tip().hide();
    }

    LaneTip tip() {
        return tip;
    }

    private LaneView viewOf(Lane lane, @Nullable LaneView before) {
        if (before != null && before.canShow(lane)) {
            before.setLane(lane);
            return before;
        }
        return new LaneView(lane, looks.of(lane), tones.getValue(), axis.get(), this, listener);
    }

    private void axisChanged() {
        views.values().forEach(view -> view.setAxis(axis.get()));
        column.place(axis.get(), current);
    }

    /** The playhead's time step, −1 for none. */
    int current() {
        return current;
    }

    private void refresh() {
        views.values().forEach(LaneView::playheadMoved);
        column.place(axis.get(), current);
    }

    private void follow() {
        if (current >= 0 && current < axis.get().steps() && axis.get().width() > 1) {
            axis.set(axis.get().showing(current));
        }
    }

    private void widen(double width) {
        boolean first = axis.get().width() <= 1;
        axis.set(axis.get().withWidth(width));
        if (first) {
            follow();
        }
    }

    private void showLit() {
        Map<String, List<Square>> byLane = lit.stream().collect(Collectors.groupingBy(Square::lane));
        views.forEach((id, view) -> view.setLit(byLane.getOrDefault(id, List.of())));
    }

    /** Shared scales depend on all lanes, so one choice may change several. */
    private void rescale() {
        List<LaneScales.Entry> entries =
                views.values().stream().map(this::entry).toList();
        for (LaneView view : views.values()) {
            LaneScales.Entry entry = entry(view);
            view.show(entry, LaneScales.of(entry, entries), tones.getValue());
        }
        column.fill();
    }

    private LaneScales.Entry entry(LaneView view) {
        Lane lane = view.lane();
        Ends of = ends.getOrDefault(lane.id(), new Ends(0, 0));
        LaneLook look = looks.all().getOrDefault(lane.id(), view.look());
        LaneLook seen = alone.contains(lane.id()) ? look.withFolded(false) : look;
        return new LaneScales.Entry(lane.family(), seen, of.largest(), of.least());
    }

    private void arrange() {
        boolean hasAll = alone.stream().noneMatch(views::containsKey);
        List<LaneView> inOrder = order.stream()
                .filter(id -> hasAll || alone.contains(id))
                .map(this::view)
                .toList();
        List<String> groups =
                inOrder.stream().map(view -> view.lane().group()).distinct().toList();
        List<LaneView> grouped = new ArrayList<>();
        for (String group : groups) {
            inOrder.stream().filter(view -> view.lane().group().equals(group)).forEach(grouped::add);
        }
        column.setLanes(grouped);
        column.fill();
        findVisible();
    }

    void move(Lane lane, int by) {
        List<String> group = order.stream()
                .filter(id -> view(id).lane().group().equals(lane.group()))
                .toList();
        order = LaneOrder.moved(order, group, lane.id(), by);
        arrange();
        view(lane.id()).requestFocus();
    }

    /** Brings the first lanes of a group into view; but a square that is selected keeps its place. */
    public void begin(String group) {
        Platform.runLater(
                () -> { // once all who show the playhead have done so
                    if (selected == null) {
                        scroll.layout(); // lanes have their places
                        double room = scroll.getViewportBounds().getHeight();
                        column.title(group)
                                .ifPresent(title ->
                                        Reveal.vertically(scroll, title.getLayoutY(), title.getLayoutY() + room, 0));
                    }
                });
    }

    /** From the first lane on. */
    public void begin() {
        scroll.setVvalue(0);
    }

    /** Scrolls just far enough to show a lane. */
    void reveal(LaneView view) {
        Reveal.vertically(scroll, view.getLayoutY(), view.getLayoutY() + view.getHeight(), 0);
    }

    /** Lanes out of view are not drawn until they come into it. */
    private void findVisible() {
        Bounds viewport = scroll.getViewportBounds();
        double hidden = Math.max(0, column.getHeight() - viewport.getHeight());
        double top = scroll.getVvalue() * hidden;
        for (LaneView view : views.values()) {
            double y = view.getLayoutY();
            view.setInView(y + view.getHeight() >= top && y <= top + viewport.getHeight());
        }
    }
}
