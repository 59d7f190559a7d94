package org.gatescope.ui.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.gatescope.format.data.Column;
import org.gatescope.format.data.ColumnTable;
import org.gatescope.format.data.Role;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ChoiceNames;

/** The first rows of a table under the names of its columns, each with a choice of what it is taken for. */
final class PreviewGrid extends GridPane {
    private static final Texts TEXTS = Texts.of(PreviewGrid.class);
    private static final int MOST_ROWS = 8;
    /** More are hardly chosen one by one. */
    private static final int MOST_COLUMNS = 60;

    private static final int MOST_LETTERS = 24;

    private final BiConsumer<Integer, Role> onRole;
    private List<ChoiceBox<Role>> choices = List.of();
    private List<Column> columns = List.of();
    private boolean isShowing;

    PreviewGrid(BiConsumer<Integer, Role> onRole) {
        this.onRole = onRole;
        getStyleClass().add("preview-grid");
    }

    /** The same table keeps its controls, so that the one that has the keys keeps them. */
    void show(ColumnTable table, List<Role> roles) {
        if (!table.columns().equals(columns)) {
            fill(table);
        }
        isShowing = true;
        for (int i = 0; i < choices.size(); i++) {
            choices.get(i).setValue(roles.get(i));
        }
        isShowing = false;
    }

    private void fill(ColumnTable table) {
        columns = table.columns();
        getChildren().clear();
        List<ChoiceBox<Role>> made = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_COLUMNS, columns.size()); i++) {
            Column column = columns.get(i);
            Label name = new Label(cut(column.name()));
            name.getStyleClass().add("preview-name");
            ChoiceBox<Role> choice = choice(i, column.name());
            made.add(choice);
            add(name, i, 0);
            add(choice, i, 1);
            for (int row = 0; row < Math.min(MOST_ROWS, table.rows()); row++) {
                add(cell(column, row), i, row + 2);
            }
        }
        if (columns.size() > MOST_COLUMNS) {
            add(new Label(TEXTS.get("preview.more", columns.size() - MOST_COLUMNS)), MOST_COLUMNS, 0);
        }
        choices = made;
    }

    private ChoiceBox<Role> choice(int column, String name) {
        ChoiceBox<Role> choice = new ChoiceBox<>();
        choice.setId("import-role-" + column);
        choice.getItems().setAll(Role.values());
        choice.setConverter(ChoiceNames.of(role -> ImportView.words("role", role)));
        choice.setAccessibleText(name);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.valueProperty().subscribe((was, is) -> {
            if (is != null && !isShowing) {
                onRole.accept(column, is);
            }
        });
        return choice;
    }

    private static Node cell(Column column, int row) {
        Label cell = new Label(cut(text(column, row)));
        cell.getStyleClass().add("figures");
        GridPane.setHalignment(cell, column instanceof Column.Numbers ? HPos.RIGHT : HPos.LEFT);
        return cell;
    }

    private static String text(Column column, int row) {
        return switch (column) {
            case Column.Numbers(var name, var values) ->
                Double.isNaN(values[row]) ? TEXTS.get("preview.none") : Numerals.typed(values[row]);
            case Column.Words(var name, var words, var codes) ->
                codes[row] < 0 ? TEXTS.get("preview.none") : words.get(codes[row]);
            case Column.Unkept(var name, var first) -> row < first.size() ? first.get(row) : "";
        };
    }

    private static String cut(String text) {
        String line = text.replaceAll("[\\p{C}\\u2028\\u2029]", " ");
        return line.length() > MOST_LETTERS ? line.substring(0, MOST_LETTERS - 1) + "…" : line;
    }
}
