package org.gatescope.ui.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;

/** The tensors of a file by their names; those that became parameters stand out. */
final class TensorTree extends TreeTableView<TensorRow> {
    private static final Texts TEXTS = Texts.of(TensorTree.class);
    private static final PseudoClass USED = PseudoClass.getPseudoClass("used");

    /** As many lines as one looks through at once; of more only what became something is unfolded. */
    private static final int FEW = 40;

    private Set<NamedTensor> used = Set.of();

    /** @param onSelect told of the tensor that is to be looked at */
    TensorTree(List<NamedTensor> tensors, Consumer<NamedTensor> onSelect) {
        super(TensorRow.tree(tensors));
        setId("import-tensors");
        setAccessibleText(TEXTS.get("tensors"));
        setShowRoot(false);
        setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .setAll(List.of(
                        column("tensors.name", TensorRow::label, 230, 110),
                        column("tensors.shape", TensorRow::shape, 90, 88),
                        column("tensors.type", TensorRow::type, 60, 48)));
        setRowFactory(table -> new Row());
        getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null) {
                item.getValue().tensor().ifPresent(onSelect);
            }
        });
    }

    private static TreeTableColumn<TensorRow, String> column(
            String key, Function<TensorRow, String> text, double width, double least) {
        TreeTableColumn<TensorRow, String> column = new TreeTableColumn<>(TEXTS.get(key));
        column.setCellValueFactory(
                row -> new SimpleStringProperty(text.apply(row.getValue().getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(least);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /**
     * Those that became parameters.
     *
     * @param first to be looked at if none is yet
     */
    void show(Set<NamedTensor> tensors, Optional<NamedTensor> first) {
        used = new HashSet<>(tensors);
        if (getExpandedItemCount() > FEW) {
            getRoot().getChildren().forEach(this::foldUnused);
        }
        refresh();
        if (getSelectionModel().isEmpty()) {
            select(first);
        }
    }

    /** @return whether nothing of it became a parameter */
    private boolean foldUnused(TreeItem<TensorRow> item) {
        boolean isUnused = item.getValue().tensor().filter(used::contains).isEmpty();
        for (TreeItem<TensorRow> child : item.getChildren()) {
            isUnused &= foldUnused(child);
        }
        item.setExpanded(!isUnused);
        return isUnused;
    }

    /** As a click on its line does. */
    void select(Optional<NamedTensor> tensor) {
        tensor.flatMap(wanted -> find(getRoot(), wanted)).ifPresent(item -> {
            unfold(item.getParent());
            getSelectionModel().select(item);
            Platform.runLater(() -> scrollTo(Math.max(0, getRow(item) - 2))); // once its rows have their places
        });
    }

    private static void unfold(@Nullable TreeItem<TensorRow> item) {
        if (item != null) {
            item.setExpanded(true);
            unfold(item.getParent());
        }
    }

    private static Optional<TreeItem<TensorRow>> find(TreeItem<TensorRow> item, NamedTensor tensor) {
        if (item.getValue().tensor().filter(tensor::equals).isPresent()) {
            return Optional.of(item);
        }
        return item.getChildren().stream()
                .flatMap(child -> find(child, tensor).stream())
                .findFirst();
    }

    private final class Row extends TreeTableRow<TensorRow> {
        @Override
        protected void updateItem(@Nullable TensorRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(
                    USED, row != null && row.tensor().filter(used::contains).isPresent());
        }
    }
}
