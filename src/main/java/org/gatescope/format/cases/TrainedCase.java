package org.gatescope.format.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gatescope.engine.Network;
import org.gatescope.engine.training.Training;
import org.gatescope.format.FormatException;
import org.gatescope.format.cases.ReferenceCase.Moment;
import org.gatescope.format.cases.ReferenceCase.Table;
import org.gatescope.format.session.TrainingJson;
import tools.jackson.databind.JsonNode;

/** Reads a case of a training of any network, its settings as session files have them. */
final class TrainedCase {
    private static final String TRAINED = "trained";

    private TrainedCase() {}

    static ReferenceCase.Trained read(JsonNode root, Network network) throws FormatException {
        RunCase run = RunCase.of(root, network);
        Training training = training(Keys.require(root, "training"), network);
        JsonNode trained = Keys.require(root, TRAINED);
        List<Moment> after = new ArrayList<>();
        JsonNode moments = trained.path("after");
        if (!moments.isMissingNode()) {
            Tensors.length(moments, TRAINED + " after");
        }
        for (JsonNode moment : moments) {
            after.add(moment(moment, network));
        }
        return new ReferenceCase.Trained(
                network,
                run.batch(),
                run.steps(),
                run.inputs(),
                training,
                numbers(trained, "losses"),
                numbers(trained, "norms"),
                numbers(trained, "rates"),
                after);
    }

    /** A read-out that is solved is no update, so nothing in a case could tell whether it is right. */
    private static Training training(JsonNode settings, Network network) throws FormatException {
        if (settings.has("ridge")) {
            throw new FormatException("case.ridge");
        }
        return TrainingJson.read(settings, "training", network);
    }

    private static Moment moment(JsonNode moment, Network network) throws FormatException {
        int update = Keys.size(moment, "update");
        String label = TRAINED + " after " + update + " ";
        List<Table> tables = new ArrayList<>();
        for (Map.Entry<String, JsonNode> table : Keys.require(moment, "params").properties()) {
            String name = table.getKey();
            tables.add(new Table(label + name, name, RunCase.trained(table.getValue(), label, name, network)));
        }
        return new Moment(update, tables);
    }

    /** Of the first updates, as many as there are. */
    private static List<Double> numbers(JsonNode trained, String key) throws FormatException {
        JsonNode list = trained.path(key);
        if (list.isMissingNode()) {
            return List.of();
        }
        String label = TRAINED + " " + key;
        return Arrays.stream(Tensors.vector(list, label, Tensors.length(list, label)))
                .boxed()
                .toList();
    }
}
