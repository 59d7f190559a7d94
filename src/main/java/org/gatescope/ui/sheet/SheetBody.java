package org.gatescope.ui.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.cell.Convention;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Formula.Style;
import org.gatescope.cell.Formula.Symbol;
import org.gatescope.cell.PlayedLine;
import org.gatescope.cell.QuantityName;
import org.gatescope.cell.SymbolName;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.explain.Explanation;
import org.gatescope.explain.Group;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.Rounding;
import org.gatescope.explain.RunTable;
import org.gatescope.explain.RunTable.Kind;
import org.gatescope.picture.Measure;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;
import org.gatescope.picture.TypesetFormula;
import org.gatescope.picture.Typesetter;
import org.gatescope.picture.network.WholeNetwork;
import org.gatescope.picture.sheet.BracketTable;
import org.gatescope.picture.sheet.FormulaColumn;
import org.gatescope.picture.sheet.PictureRow;
import org.gatescope.picture.sheet.ScaledPicture;
import org.gatescope.picture.sheet.SheetCell;
import org.gatescope.picture.sheet.SheetHeading;
import org.gatescope.picture.sheet.SheetPiece;
import org.gatescope.picture.sheet.SheetText;
import org.gatescope.picture.sheet.SheetTitle;
import org.gatescope.picture.sheet.StepTable;
import org.gatescope.picture.sheet.WritingLines;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.PartLines;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.inspect.FormulaLines;
import org.gatescope.ui.stage.RunLanes;
import org.gatescope.ui.unrolled.RunNetwork;
import org.gatescope.ui.words.PartWords;

/** What stands on a copy of a worksheet, or on its key, from above. On the JavaFX thread. */
final class SheetBody {
    private static final Texts TEXTS = Texts.of(SheetBody.class);
    private static final double LETTERS = 12.5;
    private static final double SMALL = 11.5;
    private static final double NETWORK_HEIGHT = 150;
    private static final double NETWORK_SCALE = 0.8;
    /** Lines below a table, and below one that has some beside it. */
    private static final int LINES = 4;

    private static final int FEWER_LINES = 2;
    private static final double BESIDE = 24;
    private static final double LEAST_BESIDE = 190;
    /** Of a column of one-hot inputs whose words are there. */
    private static final int MOST_INPUTS = 12;

    private static final int WORKED = 2;
    private static final int MOST_TERMS = 12;
    /** Nothing is lit. */
    private static final Tones PAPER = Tones.PRINT.withHighlight(Tones.PRINT.window());

    private final SheetWish wish;
    private final SheetCopy copy;
    private final boolean isKey;
    private final Run run;
    private final Session session;
    private final Measure measure;
    private final double room;
    private final Set<RunTable.Key> shown;
    private final List<SheetPiece> pieces = new ArrayList<>();
    private int questions;

    SheetBody(SheetWish wish, SheetCopy copy, boolean isKey, Measure measure) {
        this.wish = wish;
        this.copy = copy;
        this.isKey = isKey;
        run = copy.run();
        session = run.session();
        this.measure = measure;
        room = wish.paper().room();
        shown = copy.shown();
    }

    /** To be handed out. */
    List<SheetPiece> sheet() {
        String points = TEXTS.get("points.of", copy.asked().size());
        SheetTitle.Fields fields = new SheetTitle.Fields(TEXTS.get("name"), TEXTS.get("date"), points);
        pieces.add(SheetPiece.heading(new SheetTitle(room, wish.title(), badge(), fields), 0));
        text(TEXTS.get(isByHand() ? "task.hand" : "task.digits", wish.digits()), 8);
        network();
        equations();
        given();
        questions();
        return pieces;
    }

    /** For who marks it: the number of the copy, and what belongs into its frames. */
    List<SheetPiece> key() {
        SheetTitle.Fields none = new SheetTitle.Fields("", "", "");
        String title = TEXTS.get("key", wish.title());
        pieces.add(SheetPiece.heading(new SheetTitle(room, title, badge(), none), 26));
        if (copy.number() == 1 && !isByHand()) {
            pieces.add(SheetPiece.heading(SheetText.of(TEXTS.get("tolerance", wish.digits()), room, measure), 4));
        }
        questions();
        return pieces;
    }

    private String badge() {
        return TEXTS.get("copy", copy.number());
    }

    private boolean isByHand() {
        return wish.numbers() instanceof SheetNumbers.OfHand;
    }

    private void text(String text, double before) {
        pieces.add(SheetPiece.of(SheetText.of(text, room, measure), before));
    }

    private void heading(String text, String note) {
        pieces.add(SheetPiece.heading(new SheetHeading(room, text, note), 12));
    }

    /** Before anything is computed. */
    private void network() {
        Playhead start = Playhead.atStart(Schedule.of(session));
        Picture network = WholeNetwork.of(
                RunNetwork.of(session, 0, RunLanes.numbers(run, 0, () -> start), false, PAPER), session.steps());
        pieces.add(SheetPiece.of(ScaledPicture.within(network, room, NETWORK_HEIGHT, NETWORK_SCALE), 10));
    }

    /** Forward at the left, backward at the right; parts with the same lines have them once. */
    private void equations() {
        heading(TEXTS.get("equations"), "");
        List<List<TypesetFormula>> seen = new ArrayList<>();
        List<String> parts = new ArrayList<>(
                session.network().parts().stream().map(Part::key).toList());
        session.objective().ifPresent(objective -> parts.add(ReadOut.KEY));
        for (String part : parts) {
            Phase there = part.equals(ReadOut.KEY) ? Phase.LOSS : Phase.FORWARD;
            List<TypesetFormula> forward = lines(part, there);
            if (!seen.contains(forward)) {
                seen.add(forward);
                equations(part, forward, lines(part, Phase.BACKWARD));
            }
        }
        weight().ifPresent(weight -> text(TEXTS.get("weight", number(weight)), 4));
    }

    /** What each step counts in the loss that counts, where all do alike. */
    private Optional<Double> weight() {
        return session.inputs().goal().flatMap(goal -> {
            double[] counting = IntStream.range(0, goal.weights().rows())
                    .mapToDouble(row -> goal.weights().get(row, 0))
                    .filter(weight -> weight != 0)
                    .distinct()
                    .toArray();
            return counting.length == 1 ? Optional.of(counting[0] / goal.divisor(session.batch())) : Optional.empty();
        });
    }

    /** The loss of a step, which has a name of its own in the equations. */
    private Optional<Formula> loss() {
        NumberId id = new NumberId.OfStep(ReadOut.KEY, ReadOutEquations.LOSS, Math.max(0, last(0)), 0, 0);
        return Explanation.of(run, id)
                .filter(why -> !why.groups().isEmpty() && why.terms().size() <= MOST_TERMS)
                .map(why -> {
                    List<Formula> line = new ArrayList<>(List.of(why.symbol()));
                    line.addAll(FormulaLines.symbols(why));
                    return FormulaLines.line(line);
                });
    }

    private void equations(String part, List<TypesetFormula> forward, List<TypesetFormula> backward) {
        double column = (room - BESIDE) / 2;
        boolean asksBack = copy.tables().stream().anyMatch(table -> isBack(table) && copy.asked(table) > 0);
        String name = PartWords.brief(session, part);
        FormulaColumn left = new FormulaColumn(TEXTS.get("forward.of", name), forward, column);
        FormulaColumn right = new FormulaColumn(TEXTS.get("backward.of", name), backward, column);
        pieces.add(SheetPiece.of(new PictureRow(asksBack ? List.of(left, right) : List.of(left), BESIDE, false), 5));
    }

    private List<TypesetFormula> lines(String part, Phase phase) {
        double column = (room - BESIDE) / 2;
        Stream<Formula> loss = phase == Phase.LOSS ? loss().stream() : Stream.empty();
        Stream<Formula> lines = PartLines.of(session, phase, part).stream()
                .map((PlayedLine line) -> line.formula(NamesOfParts.of(session, part)));
        return Stream.concat(lines, loss)
                .map(formula -> Typesetter.set(formula, LETTERS, column, measure))
                .toList();
    }

    private void given() {
        heading(TEXTS.get("given"), "");
        List<Picture> matrices = new ArrayList<>();
        List<RunTable> overTime = new ArrayList<>();
        for (RunTable table : copy.tables()) {
            if (table.kind() == Kind.GIVEN && table.steps() * table.batch() * table.width() > 0) {
                switch (id(table)) {
                    case TableId.Parameter(FullName name) ->
                        matrices.add(matrix(
                                table,
                                marked(name, Convention.shown().asStored(NamesOfParts.symbol(session, name.text())))));
                    case TableId.InitialState(FullName name) ->
                        matrices.add(batch(
                                table, under(NamesOfParts.symbol(session, name.text()), TEXTS.get("before-first"))));
                    case TableId.FinalGradient(FullName name) -> {
                        if (hasAny(table)) {
                            Formula state = NamesOfParts.symbol(session, name.text());
                            matrices.add(batch(table, Formula.derivative(Formula.atEnd(state))));
                        }
                    }
                    default -> {
                        if (hasAny(table) || isInput(table)) {
                            overTime.add(table);
                        }
                    }
                }
            }
        }
        for (int n = 0; n < session.batch(); n++) {
            matrices.addAll(inputs(overTime, n));
        }
        PictureRow.rows(matrices, 20, room).forEach(row -> pieces.add(SheetPiece.of(row, 8)));
    }

    /** With its layer, where there are several. */
    private Formula marked(FullName name, Formula symbol) {
        return session.network().parts().size() > 1 ? PartWords.marked(symbol, session, name.part()) : symbol;
    }

    private static Formula under(Formula symbol, String below) {
        return new Formula.Script(symbol, new Symbol(below, Style.FUNCTION), Formula.EMPTY);
    }

    private static TableId id(RunTable table) {
        return table.id().of(0, 0, 0) instanceof NumberId.Given(TableId id, int row, int column)
                ? id
                : new TableId.Input(0);
    }

    private static boolean isInput(RunTable table) {
        return id(table) instanceof TableId.Input;
    }

    private static boolean hasAny(RunTable table) {
        boolean[] found = {false};
        SheetCopy.each(table, (t, n, unit) -> found[0] |= table.numbers().at(t, n, unit) != 0);
        return found[0];
    }

    /** Targets of the last step alone stand in the column of the last. */
    private List<StepTable> inputs(List<RunTable> tables, int sequence) {
        List<StepTable.Row> rows = new ArrayList<>();
        for (RunTable table : tables) {
            boolean isSaidInWords = isInput(table) && table.width() > MOST_INPUTS && hasWords(sequence);
            if (!isSaidInWords) {
                rows.addAll(rows(table, symbol(table), sequence));
            }
        }
        return tables(rows, sequence);
    }

    private boolean hasWords(int sequence) {
        return !session.token(sequence, 0).isEmpty();
    }

    private static Formula symbol(RunTable table) {
        return switch (id(table)) {
            case TableId.Targets targets -> SymbolName.of(ReadOutEquations.TARGET);
            case TableId.Upstream upstream -> Formula.derivative(SymbolName.of(ReadOutEquations.OUTPUT));
            default -> SymbolName.of(table.name());
        };
    }

    private void questions() {
        List<String> parts = new ArrayList<>(
                session.network().parts().stream().map(Part::key).toList());
        parts.addFirst(Embedding.KEY);
        parts.add(ReadOut.KEY);
        parts.forEach(part -> overTime(part, false));
        parts.reversed().forEach(part -> overTime(part, true));
        summed();
        SheetPiece last = pieces.removeLast();
        if (isKey) {
            pieces.add(SheetPiece.of(last.picture(), last.before())); // the next copy may stand elsewhere
        } else if (pieces.getLast().keepsNext()) {
            SheetPiece above = pieces.removeLast(); // the rest of the page has lines enough
            pieces.add(SheetPiece.of(above.picture(), above.before()));
        }
    }

    private static boolean isBack(RunTable table) {
        return table.kind() == Kind.SUMMED
                ? !table.name().equals(ReadOutEquations.TOTAL)
                : QuantityName.isGradient(table.name());
    }

    private void overTime(String part, boolean isBack) {
        List<RunTable> own = new ArrayList<>(copy.tables().stream()
                .filter(table -> table.kind() == Kind.COMPUTED
                        && table.part().equals(part)
                        && isBack(table) == isBack
                        && shown.contains(table.key()))
                .toList());
        int points = own.stream().mapToInt(copy::asked).sum();
        if (points == 0) {
            return;
        }
        List<RunTable> ordered = isBack ? own.reversed() : own;
        question(TEXTS.get(isBack ? "backward.of" : "forward.of", PartWords.brief(session, part)), points);
        List<StepTable> tables = new ArrayList<>();
        for (int n = 0; n < session.batch(); n++) {
            List<StepTable.Row> rows = new ArrayList<>();
            for (RunTable table : ordered) {
                rows.addAll(rows(table, NamesOfParts.of(session, part).symbol(table.name()), n));
            }
            tables.addAll(tables(rows, n));
        }
        double beside = room - BESIDE - tables.getLast().width();
        boolean isBeside = beside >= LEAST_BESIDE;
        for (StepTable table : tables.subList(0, tables.size() - 1)) {
            pieces.add(SheetPiece.of(table, 8));
        }
        StepTable last = tables.getLast();
        List<TypesetFormula> worked = isBeside && isKey ? worked(ordered, WORKED, beside) : List.of();
        if (!worked.isEmpty() && worked.stream().allMatch(line -> line.width() <= beside)) {
            FormulaColumn column = new FormulaColumn("", worked, beside);
            pieces.add(SheetPiece.heading(new PictureRow(List.of(last, column), BESIDE, false), 8));
        } else if (isBeside && !isKey) {
            boolean isLow = last.rows().size() <= 2;
            int count = Math.max(2, (int) Math.round((last.height() - 4) / WritingLines.SPACING));
            Picture lines = new WritingLines(beside, count);
            pieces.add(SheetPiece.heading(new PictureRow(List.of(last, lines), BESIDE, false), 8));
            pieces.add(SheetPiece.of(new WritingLines(room, isLow ? 0 : FEWER_LINES), 0));
        } else {
            pieces.add(SheetPiece.heading(last, 8));
            work(ordered, WORKED);
        }
    }

    private void question(String text, int points) {
        questions++;
        heading(TEXTS.get("question", questions, text), TEXTS.get("points", points));
    }

    private void summed() {
        List<RunTable> own = copy.tables().stream()
                .filter(table -> table.kind() == Kind.SUMMED && copy.asked(table) > 0)
                .toList();
        if (own.isEmpty()) {
            return;
        }
        question(TEXTS.get("gradients"), own.stream().mapToInt(copy::asked).sum());
        List<Picture> matrices = new ArrayList<>();
        for (RunTable table : own) {
            matrices.add(matrix(table, gradient(table)));
        }
        List<PictureRow> rows = PictureRow.rows(matrices, 20, room);
        rows.forEach(row -> pieces.add(SheetPiece.heading(row, 8)));
        work(own, 1);
    }

    private Formula gradient(RunTable table) {
        if (table.name().equals(ReadOutEquations.TOTAL)) {
            return SymbolName.of(table.name());
        }
        Formula symbol = NamesOfParts.symbol(session, table.name());
        Formula stored = table.steps() == 1 ? symbol : Convention.shown().asStored(symbol);
        return Formula.derivative(marked(FullName.of(table.name()), stored));
    }

    /** Lines to write on; in the key some of the numbers worked out. */
    private void work(List<RunTable> tables, int each) {
        if (isKey) {
            pieces.add(SheetPiece.heading(new FormulaColumn("", worked(tables, each, room), room), 6));
        } else {
            pieces.add(SheetPiece.of(new WritingLines(room, LINES), 2));
        }
    }

    /** Numbers from the middle and from the end of what is asked for. */
    private List<TypesetFormula> worked(List<RunTable> tables, int each, double width) {
        List<TypesetFormula> worked = new ArrayList<>();
        for (RunTable table : tables) {
            List<NumberId> asked = new ArrayList<>();
            SheetCopy.each(table, (t, n, unit) -> {
                NumberId id = table.id().of(t, n, unit);
                if (copy.asked().contains(id)) {
                    asked.add(id);
                }
            });
            for (int i = 0; i < Math.min(each, asked.size()); i++) {
                NumberId id = asked.get(i == 0 ? asked.size() / 2 : asked.size() - 1);
                worked(id).forEach(line -> worked.add(Typesetter.set(line, SMALL, width, measure)));
            }
        }
        return worked.stream().distinct().filter(line -> line.width() <= room).toList();
    }

    /** The number as a formula, with its numbers, and what it comes to; nothing for what is only passed on. */
    private List<Formula> worked(NumberId id) {
        return Explanation.of(run, id)
                .map(why -> Stream.concat(why.sources().stream().filter(source -> isBefore(source, why)), Stream.of(id))
                        .flatMap(each -> line(each).stream())
                        .toList())
                .orElse(List.of());
    }

    /** A pre-activation that is not asked for has the sum that it takes. */
    private boolean isBefore(NumberId source, Explanation why) {
        return why.sources().size() == 1
                && !copy.asked().contains(source)
                && source instanceof NumberId.OfStep(String part, Expression node, int step, int row, int column)
                && node instanceof Expression.Name(String name)
                && !QuantityName.isGradient(name)
                && QuantityName.isPreActivation(name);
    }

    private Optional<Formula> line(NumberId id) {
        return Explanation.of(run, id)
                .filter(why -> !why.groups().isEmpty()
                        && !why.passesOn()
                        && why.terms().size() <= MOST_TERMS)
                .map(why -> {
                    List<Formula> line = new ArrayList<>(List.of(why.symbol()));
                    line.addAll(FormulaLines.symbols(why));
                    line.addAll(FormulaLines.numbers(apart(why)));
                    line.add(FormulaLines.operator("="));
                    line.add(FormulaLines.number(number(why.value())));
                    return FormulaLines.line(line);
                });
    }

    /** With every product as a group of its own, so that it is written as a product. */
    private static Explanation apart(Explanation why) {
        List<Group> groups = why.groups().stream()
                .flatMap(group -> group.terms().stream()
                        .map(term -> new Group(group.origin(), term.negative(), term.symbol(), List.of(term))))
                .toList();
        boolean isOfHalves = why.terms().stream()
                .allMatch(term -> term.value() * 2 == Math.rint(term.value() * 2) && Math.abs(term.value()) < 1e6);
        boolean isWhole = why.terms().stream().allMatch(term -> term.value() == Math.rint(term.value()));
        int places = isWhole ? 0 : 1;
        return new Explanation(
                why.id(),
                why.value(),
                why.symbol(),
                why.outer(),
                groups,
                why.along(),
                why.remarks(),
                isOfHalves ? new Rounding(places, places, true, false) : why.figures());
    }

    private String number(double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e6;
        boolean isHalf = isByHand() && value * 2 == Math.rint(value * 2);
        return isWhole || isHalf ? Numerals.exact(value == 0 ? 0 : value) : Numerals.rounded(value, wish.digits());
    }

    private SheetCell cell(RunTable table, int step, int sequence, int unit) {
        if (!table.has(step, sequence)) {
            return SheetCell.none();
        }
        double value = table.numbers().at(step, sequence, unit);
        String text = table.kind() == Kind.GIVEN ? Numerals.exact(value == 0 ? 0 : value) : number(value);
        return copy.asked().contains(table.id().of(step, sequence, unit))
                ? SheetCell.asked(text, isKey)
                : SheetCell.given(text);
    }

    private Picture matrix(RunTable table, Formula symbol) {
        return bracketed(symbol, table.steps(), table.width(), (row, column) -> cell(table, row, 0, column));
    }

    /** A row for each sequence. */
    private Picture batch(RunTable table, Formula symbol) {
        return bracketed(symbol, table.batch(), table.width(), (row, column) -> cell(table, 0, row, column));
    }

    private interface OfPlace {
        SheetCell at(int row, int column);
    }

    private Picture bracketed(Formula symbol, int rows, int columns, OfPlace cell) {
        List<List<SheetCell>> cells = IntStream.range(0, rows)
                .mapToObj(row -> IntStream.range(0, columns)
                        .mapToObj(column -> cell.at(row, column))
                        .toList())
                .toList();
        return BracketTable.of(name(new Formula.Row(List.of(symbol, FormulaLines.operator(" = ")))), cells, measure);
    }

    private TypesetFormula name(Formula formula) {
        return Typesetter.set(formula, LETTERS, measure);
    }

    private List<StepTable.Row> rows(RunTable table, Formula symbol, int sequence) {
        List<StepTable.Row> rows = new ArrayList<>();
        for (int unit = 0; unit < table.width(); unit++) {
            int index = unit;
            Formula named = table.width() == 1
                    ? symbol
                    : new Formula.Row(List.of(symbol, new Symbol("[" + unit + "]", Style.NUMBER)));
            IntFunction<SheetCell> at = t -> t < table.steps() ? cell(table, t, sequence, index) : SheetCell.none();
            boolean isOfLast = table.kind() == Kind.GIVEN && table.steps() == 1 && session.steps() > 1;
            IntFunction<SheetCell> shifted = isOfLast ? t -> t == last(sequence) ? at.apply(0) : SheetCell.none() : at;
            rows.add(new StepTable.Row(
                    name(named),
                    IntStream.range(0, session.steps()).mapToObj(shifted).toList(),
                    unit == 0));
        }
        return rows;
    }

    private int last(int sequence) {
        return session.mask().computed(sequence).max().orElse(-1);
    }

    /** As many columns as there is room for, then further ones below. */
    private List<StepTable> tables(List<StepTable.Row> rows, int sequence) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> heads = IntStream.range(0, session.steps())
                .mapToObj(t -> (Convention.counted(t) + " " + session.token(sequence, t)).strip())
                .toList();
        double column = Math.min(70, StepTable.column(rows, heads, measure));
        int most = (int) Math.max(1, Math.floor((room - StepTable.NAMES) / column));
        String corner = session.batch() == 1 ? TEXTS.get("step") : TEXTS.get("step.of", sequence + 1);
        List<StepTable> tables = new ArrayList<>();
        for (int from = 0; from < heads.size(); from += most) {
            int first = from;
            int end = Math.min(heads.size(), from + most);
            List<StepTable.Row> part = rows.stream()
                    .map(row -> new StepTable.Row(row.name(), row.cells().subList(first, end), row.isFirst()))
                    .toList();
            tables.add(new StepTable(corner, heads.subList(first, end), part, column));
        }
        return tables;
    }
}
