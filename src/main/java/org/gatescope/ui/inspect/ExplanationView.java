package org.gatescope.ui.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gatescope.cell.Formula;
import org.gatescope.explain.Explanation;
import org.gatescope.explain.Factor;
import org.gatescope.explain.Group;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.Origin;
import org.gatescope.explain.OuterFunction;
import org.gatescope.explain.Remark;
import org.gatescope.explain.Term;
import org.gatescope.picture.FormulaText;
import org.gatescope.text.Texts;
import org.gatescope.ui.formula.FormulaView;

/** A number, its formula, the same with its numbers, and the terms behind it. */
final class ExplanationView extends Beside {
    private static final Texts TEXTS = Texts.of(ExplanationView.class);
    private static final Set<Remark> WARNINGS = Set.of(Remark.NOT_FINITE, Remark.MISTAKES, Remark.DISAGREES);
    private static final double TITLE_SIZE = 19;
    private static final double TITLE_WIDTH = 165;
    private static final double LEAST_BEFORE_VALUE = 5;
    private static final double LINE_SIZE = 14;
    private static final double LINE_WIDTH = 260;
    /** A formula longer than about ten lines is read where the cell is edited. */
    private static final int MOST_PIECES = 32;

    private static final int MOST_ALONG = 12;
    /** No line ends before a number or a dot. */
    private static final Pattern KEPT_TOGETHER = Pattern.compile(" (?=[\\d=·“])|(?<==) ");

    private final Explanation why;
    private final NumberWords words;
    private final Consumer<NumberId> open;

    ExplanationView(Explanation why, NumberWords words, Consumer<NumberId> open) {
        this.why = why;
        this.words = words;
        this.open = open;
        getStyleClass().add("explanation");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(spoken());
        left.getChildren().addAll(title(), words());
        if (!why.groups().isEmpty() && !why.passesOn()) {
            left.getChildren()
                    .addAll(line(FormulaLines.symbols(why), "symbols"), line(FormulaLines.numbers(why), "figures"));
        }
        why.remarks().stream().sorted().map(ExplanationView::remark).forEach(left.getChildren()::add);
        addTerms();
        addAlong();
    }

    private HBox title() {
        Label value = new Label(why.figures().number(why.value()));
        value.getStyleClass().add("number-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox title = new HBox(FormulaFitting.shortened(why.symbol(), TITLE_SIZE, TITLE_WIDTH), space(), value);
        title.setAlignment(Pos.BASELINE_LEFT);
        title.setSpacing(LEAST_BEFORE_VALUE);
        return title;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private Label words() {
        Label label = new Label(KEPT_TOGETHER.matcher(words.of(why.id())).replaceAll("\u00a0"));
        label.getStyleClass().add("words");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static FlowPane line(List<Formula> pieces, String style) {
        FlowPane line = new FlowPane();
        line.getStyleClass().addAll("lines", style);
        line.setRowValignment(VPos.BASELINE);
        line.setPrefWrapLength(LINE_WIDTH);
        List<FormulaView> views = pieces.stream()
                .flatMap(piece -> FormulaFitting.broken(piece, LINE_SIZE, LINE_WIDTH).stream())
                .toList();
        line.getChildren().setAll(views.subList(0, Math.min(MOST_PIECES, views.size())));
        if (views.size() > MOST_PIECES) {
            line.getChildren().add(new FormulaView(FormulaLines.operator("…"), LINE_SIZE));
        }
        return line;
    }

    private static Label remark(Remark remark) {
        Label label = new Label(NumberWords.of(remark));
        label.getStyleClass().add(WARNINGS.contains(remark) ? "remark" : "words");
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Summands of an equation are sorted together; what comes by different ways stands apart. */
    private void addTerms() {
        double largest = why.terms().stream()
                .mapToDouble(term -> Math.abs(term.value()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        boolean isPlain =
                why.groups().stream().allMatch(group -> words.of(group.origin()).isEmpty());
        if (isPlain) {
            addList(why.terms(), largest);
        } else {
            Map<Origin, List<Term>> ways = new LinkedHashMap<>();
            why.groups()
                    .forEach(group -> ways.computeIfAbsent(group.origin(), way -> new ArrayList<>())
                            .addAll(group.terms()));
            ways.forEach((origin, terms) -> {
                right.getChildren().add(heading(origin, terms));
                addList(terms, largest);
            });
        }
        if (why.terms().size() > 1 && why.outer() instanceof OuterFunction.Sum) {
            right.getChildren().add(total());
        }
    }

    private void addList(List<Term> terms, double largest) {
        if (!terms.isEmpty()) {
            right.getChildren().add(new TermList(terms, largest, why.figures(), words, open));
        }
    }

    private HBox heading(Origin origin, List<Term> terms) {
        HBox heading = new HBox(new Label(words.of(origin)), space());
        if (terms.size() != 1) {
            Label total = new Label(why.figures().term(sum(terms)));
            total.setMinWidth(Region.USE_PREF_SIZE);
            heading.getChildren().add(total);
        }
        heading.getStyleClass().add("group-heading");
        return heading;
    }

    private static double sum(List<Term> terms) {
        return terms.stream().mapToDouble(Term::value).sum();
    }

    /** What the terms come to: the number, as it is written, unless they disagree. */
    private HBox total() {
        Label value = new Label(
                why.figures().agrees()
                        ? why.figures().number(why.value())
                        : why.figures().term(sum(why.terms())));
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox total = new HBox(new Label(TEXTS.get("total")), space(), value);
        total.getStyleClass().add("total");
        return total;
    }

    private void addAlong() {
        if (why.along().isEmpty()) {
            return;
        }
        Label heading = new Label(TEXTS.get("along"));
        FlowPane chips = new FlowPane();
        chips.setPrefWrapLength(LINE_WIDTH);
        for (Factor factor :
                why.along().subList(0, Math.min(MOST_ALONG, why.along().size()))) {
            chips.getChildren().add(FactorChip.of(factor, words, open));
        }
        HBox line = new HBox(heading);
        line.getStyleClass().add("group-heading");
        right.getChildren().addAll(line, chips);
    }

    /** The number with its largest terms, as one would say it. */
    String spoken() {
        StringBuilder terms = new StringBuilder();
        for (Group group : why.groups()) {
            String origin = group.origin() instanceof Origin.Summand
                    ? FormulaText.of(group.symbol())
                    : words.of(group.origin());
            terms.append(TEXTS.get("spoken.term", origin, why.figures().term(group.total())))
                    .append(". ");
        }
        why.remarks().stream()
                .sorted()
                .forEach(remark -> terms.append(NumberWords.of(remark)).append(' '));
        return TEXTS.get("spoken", words.of(why.id()), why.figures().number(why.value()), terms)
                .strip();
    }
}
