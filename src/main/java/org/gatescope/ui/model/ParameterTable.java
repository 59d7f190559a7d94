package org.gatescope.ui.model;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.gatescope.text.Texts;

/** Which block of which tensor became which parameter. */
final class ParameterTable extends TableView<ParameterRow> {
    private static final Texts TEXTS = Texts.of(ParameterTable.class);

    /** @param onSelect told of the parameter that is to be looked at */
    ParameterTable(Consumer<ParameterRow> onSelect) {
        setId("import-parameters");
        setAccessibleText(TEXTS.get("parameters"));
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .setAll(List.of(
                        column("parameters.name", ParameterRow::name, 110, 100),
                        column("parameters.shape", ParameterRow::shape, 90, 88),
                        column("parameters.source", ParameterRow::source, 360, 110)));
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                onSelect.accept(row);
            }
        });
    }

    private static TableColumn<ParameterRow, String> column(
            String key, Function<ParameterRow, String> text, double width, double least) {
        TableColumn<ParameterRow, String> column = new TableColumn<>(TEXTS.get(key));
        column.setCellValueFactory(row -> new SimpleStringProperty(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(least);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    void show(List<ParameterRow> rows) {
        if (!getItems().equals(rows)) {
            getItems().setAll(rows);
        }
    }
}
