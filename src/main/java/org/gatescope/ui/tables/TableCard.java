package org.gatescope.ui.tables;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Notation;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.picture.Ground;
import org.gatescope.picture.Tones;
import org.gatescope.picture.table.GridCell;
import org.gatescope.session.GateSplit;
import org.gatescope.session.Objective;
import org.gatescope.session.Objective.Aim;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Shown;
import org.gatescope.session.TableId;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.formula.FormulaView;
import org.gatescope.ui.grid.Grid;
import org.gatescope.ui.grid.GridContent;
import org.gatescope.ui.grid.GridEdit;
import org.gatescope.ui.grid.GridOffer;
import org.gatescope.ui.grid.Seeds;
import org.gatescope.ui.predict.CoverMenu;
import org.gatescope.ui.words.PartWords;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One table of the session: its symbol, what it holds, its shape, a menu that fills it, and the grid. */
final class TableCard extends VBox {
    private static final Texts TEXTS = Texts.of(TableCard.class);
    private static final double SYMBOL_SIZE = 15;
    private static final int MOST_ROWS = 12;

    private final Desk desk;
    private final Workbench workbench;
    private final Seeds seeds;
    private final TableDescription description;
    private final Grid grid;
    private final Fillable fillable;
    private final HBox heading = new HBox();
    private final Label words = new Label();
    private final Label shape = new Label();
    private @Nullable Matrix shown;
    private @Nullable GradientShown gradientShown;

    /** The gradient is the same instance as its run's: a record of it says whether anything is new. */
    private record GradientShown(Matrix gradient, boolean isComputed, Ground ground) {}

    /**
     * @param seeds   shared by all tables of the window
     * @param onPoint told which number the user clicks or moves to
     */
    TableCard(Desk desk, TableDescription description, Seeds seeds, Consumer<NumberId> onPoint) {
        this.desk = desk;
        this.workbench = desk.workbench();
        this.seeds = seeds;
        this.grid = new Grid(desk.background());
        this.description = description;
        getStyleClass().add("table-card");
        setId(key(description));
        grid.maxVisibleRowsProperty().set(MOST_ROWS);
        grid.setOnEdit(this::edited);
        grid.setOnPoint(cell -> onPoint.accept(number(cell)));
        grid.setMore(cells ->
                CoverMenu.ofNumbers(desk, cells.stream().map(this::number).toList()));
        grid.setSeeds(seeds);
        grid.setOffers(this::splits);
        grid.setOnToggle(toggle());
        this.fillable = Fillable.enlarged(
                this, getId(), TEXTS.get("fill.name", Notation.plain(description.title()), description.words()));
        getChildren().addAll(heading(), grid);
    }

    private NumberId number(GridCell cell) {
        return gradientShown == null
                ? new Given(description.id(), cell.row(), cell.column())
                : new GradientOfGiven(description.id(), cell.row(), cell.column());
    }

    /** What the pane of a table is called. */
    static String key(TableDescription description) {
        return "table-" + description.key();
    }

    private Node heading() {
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        shape.getStyleClass().add("muted");
        shape.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        heading.getChildren().setAll(words, space, shape);
        entitle(description.title(), description.words());
        if (isFixed(workbench.session().get())) {
            lock();
        }
        if (!isDerived(workbench.session().get())) {
            heading.getChildren().add(new FillMenu(workbench, description, seeds));
        }
        heading.getChildren().add(fillable.byDoubleClick(heading).button());
        heading.setAlignment(Pos.BASELINE_LEFT);
        heading.getStyleClass().add("heading");
        return heading;
    }

    private void entitle(Formula title, String of) {
        heading.getChildren().removeIf(FormulaView.class::isInstance);
        heading.getChildren().addFirst(new FormulaView(title, SYMBOL_SIZE));
        words.setText(of);
    }

    private boolean isFixed(Session session) {
        return description.id() instanceof TableId.Parameter(FullName name)
                && session.network().fixed().contains(name.text());
    }

    private void lock() {
        words.setGraphic(new FontIcon(Feather.LOCK));
        words.setContentDisplay(ContentDisplay.RIGHT);
        words.setTooltip(new Tooltip(PartWords.fixedTip()));
        words.setAccessibleHelp(PartWords.fixedTip());
    }

    /** Targets that follow from the input are typed there. */
    private boolean isDerived(Session session) {
        return description.id() instanceof TableId.Targets
                && session.objective().map(Objective::aim).orElse(Aim.TABLE) == Aim.NEXT_TOKEN;
    }

    void close() {
        fillable.go();
        grid.close();
    }

    TableDescription description() {
        return description;
    }

    Grid grid() {
        return grid;
    }

    /** Shows the session's numbers; nothing happens where they are the same as before. */
    void show(Session session, Ground ground, boolean recolour) {
        grid.tones().set(Tones.of(ground));
        Matrix all = session.table(description.id());
        Set<GridCell> hidden = hidden(session, all);
        Matrix matrix = CoveredTable.without(all, hidden);
        if (recolour || shown == null || !matrix.equals(shown)) {
            shown = matrix;
            if (gradientShown != null) {
                gradientShown = null;
                entitle(description.title(), description.words());
            }
            grid.setContent(
                    covered(MatrixContent.of(description, matrix, ground, !isDerived(session)), hidden, ground));
            shape.setText(TEXTS.get("shape", matrix.rows(), matrix.columns()));
        }
    }

    /** True for weights and initial states: the run has a gradient of theirs in the same form. */
    boolean hasGradient() {
        return description.id() instanceof TableId.Parameter || description.id() instanceof TableId.InitialState;
    }

    /** Shows the table's gradient in its place, as far as the playhead has come. */
    void showGradient(Shown now, Ground ground) {
        grid.tones().set(Tones.of(ground));
        FullName name = name();
        Matrix all = gradient(now.run().trace());
        Set<GridCell> hidden = hiddenGradients(now.run().session(), all);
        Matrix gradient = CoveredTable.without(all, hidden);
        boolean isComputed = now.playhead().hasGradient(name.part(), Cell.gradient(name.local()));
        GradientShown next = new GradientShown(gradient, isComputed, ground);
        if (!next.equals(gradientShown)) {
            shown = null;
            gradientShown = next;
            entitle(
                    Formula.derivative(description.title()),
                    isComputed ? description.words() : TEXTS.get("gradient.missing"));
            GradientContent content = GradientContent.of(description, gradient, isComputed, ground);
            grid.setContent(isComputed ? covered(content, hidden, ground) : content);
        }
    }

    private Set<GridCell> hidden(Session session, Matrix table) {
        return CoveredTable.cells(
                table, desk.hidden(session), (row, column) -> new Given(description.id(), row, column));
    }

    private Set<GridCell> hiddenGradients(Session session, Matrix table) {
        return CoveredTable.cells(
                table, desk.hidden(session), (row, column) -> new GradientOfGiven(description.id(), row, column));
    }

    private static GridContent covered(GridContent content, Set<GridCell> hidden, Ground ground) {
        return hidden.isEmpty() ? content : new CoveredTable(content, hidden, Tones.of(ground));
    }

    /** Outlines what differs from a run before an edit; nothing for null. */
    void showChanges(@Nullable Run before, Ground ground) {
        grid.setBefore(before == null ? null : before(before, ground));
    }

    private @Nullable GridContent before(Run run, Ground ground) {
        if (gradientShown != null) {
            Matrix all = gradient(run.trace());
            Matrix gradient = CoveredTable.without(all, hiddenGradients(run.session(), all));
            return GradientContent.of(description, gradient, gradientShown.isComputed(), ground);
        }
        Matrix all = run.session().table(description.id());
        Matrix matrix = CoveredTable.without(all, hidden(run.session(), all));
        return shown != null && matrix.equals(shown) ? null : MatrixContent.of(description, matrix, ground, false);
    }

    private Matrix gradient(NetworkTrace trace) {
        FullName name = name();
        return description.id() instanceof TableId.InitialState
                ? trace.part(name.part()).initialStateGradient(name.local())
                : trace.parameterGradient(name.text());
    }

    private FullName name() {
        return switch (description.id()) {
            case TableId.Parameter(FullName parameter) -> parameter;
            case TableId.InitialState(FullName state) -> state;
            default -> throw new IllegalStateException("no gradient of " + description.name());
        };
    }

    /** Marks those numbers that stand in this table, or in its gradient while that is shown. */
    void light(Set<NumberId> numbers) {
        grid.setLit(numbers.stream().flatMap(number -> cell(number).stream()).collect(Collectors.toSet()));
    }

    /** Scrolls the table to a number that stands in it. @return where that is, in the grid's coordinates */
    Optional<Bounds> show(NumberId number) {
        return cell(number).map(grid::show);
    }

    private Optional<GridCell> cell(NumberId number) {
        return switch (number) {
            case Given(TableId table, int row, int column) ->
                gradientShown == null && table.equals(description.id())
                        ? Optional.of(new GridCell(row, column))
                        : Optional.empty();
            case GradientOfGiven(TableId table, int row, int column) ->
                gradientShown != null && table.equals(description.id())
                        ? Optional.of(new GridCell(row, column))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The two values of a number that is usually one of them; null of others. */
    private @Nullable DoubleUnaryOperator toggle() {
        return switch (description.id()) {
            case TableId.Computed computed -> value -> value == 0 ? 1 : 0;
            case TableId.Dropped(int layer, int sequence) -> value -> value == 0 ? kept(layer) : 0;
            default -> null;
        };
    }

    private double kept(int layer) {
        return workbench.session().get().network().layers().get(layer).dropout().kept();
    }

    /** A block too large for one gate's weights may be a fused kernel. */
    private List<GridOffer> splits(double[][] block) {
        if (!(description.id() instanceof TableId.Parameter table)) {
            return List.of();
        }
        return GateSplit.of(workbench.session().get(), table, block.length, block[0].length).stream()
                .map(split -> new GridOffer(
                        TEXTS.get("split", String.join(" ", split.gates()), TEXTS.get("split." + split.of())),
                        () -> workbench.edit(TEXTS.get("edit.split", description.name()), split.with(block))))
                .toList();
    }

    private void edited(GridEdit edit) {
        if (getScene() == null) {
            return; // a card of a session before
        }
        String label = TEXTS.get("edit." + edit.kind().name().toLowerCase(Locale.ROOT), description.name());
        workbench.edit(
                label,
                session -> session.edit(
                        description.id(), matrix -> matrix.withBlock(edit.row(), edit.column(), edit.values())));
    }
}
