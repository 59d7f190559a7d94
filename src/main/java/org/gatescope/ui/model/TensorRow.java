package org.gatescope.ui.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TreeItem;
import org.gatescope.format.tensor.NamedTensor;

/**
 * A line of the tree: a tensor, or what the names of several begin with.
 *
 * @param label the name from the group on
 */
record TensorRow(String label, Optional<NamedTensor> tensor) {
    /** Rows and columns of a tensor, as it states them. */
    String shape() {
        return tensor.map(stored -> String.valueOf(stored.dimensions())).orElse("");
    }

    String type() {
        return tensor.map(stored -> stored.type().name().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** All tensors of a file, in its order, in groups by what their names begin with. */
    static TreeItem<TensorRow> tree(List<NamedTensor> tensors) {
        TreeItem<TensorRow> root = new TreeItem<>(new TensorRow("", Optional.empty()));
        root.getChildren().setAll(items("", tensors));
        return root;
    }

    private static List<TreeItem<TensorRow>> items(String prefix, List<NamedTensor> tensors) {
        Map<String, List<NamedTensor>> groups = new LinkedHashMap<>();
        for (NamedTensor tensor : tensors) {
            groups.computeIfAbsent(group(tensor.name(), prefix.length()), name -> new ArrayList<>())
                    .add(tensor);
        }
        List<TreeItem<TensorRow>> items = new ArrayList<>();
        groups.forEach((group, members) ->
                items.add(members.size() == 1 ? leaf(prefix, members.getFirst()) : branch(prefix, group, members)));
        return items;
    }

    /** Up to the next separator, that included; the whole name where there is none. */
    private static String group(String name, int from) {
        for (int at = from; at < name.length() - 1; at++) {
            if (name.charAt(at) == '.' || name.charAt(at) == '/') {
                return name.substring(0, at + 1);
            }
        }
        return name;
    }

    private static TreeItem<TensorRow> leaf(String prefix, NamedTensor tensor) {
        return new TreeItem<>(new TensorRow(tensor.name().substring(prefix.length()), Optional.of(tensor)));
    }

    /** Groups that hold one group and nothing else are one line. */
    private static TreeItem<TensorRow> branch(String prefix, String group, List<NamedTensor> members) {
        String longest = group;
        while (true) {
            int from = longest.length();
            String next = group(members.getFirst().name(), from);
            boolean isShared = next.length() < members.getFirst().name().length()
                    && members.stream().allMatch(tensor -> tensor.name().startsWith(next));
            if (!isShared) {
                break;
            }
            longest = next;
        }
        TreeItem<TensorRow> item = new TreeItem<>(new TensorRow(longest.substring(prefix.length()), Optional.empty()));
        item.getChildren().setAll(items(longest, members));
        item.setExpanded(true);
        return item;
    }
}
