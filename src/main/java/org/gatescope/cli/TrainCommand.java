package org.gatescope.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gatescope.engine.TooLargeException;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.engine.training.Training;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.session.MistakenTraining;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.session.Trainer;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatescope train}: trains a session as its window would. */
@Command(
        name = "train",
        resourceBundle = "org.gatescope.cli.texts",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TrainCommand implements Callable<Integer> {
    private static final Texts TEXTS = Texts.of(TrainCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "1", descriptionKey = "session", paramLabel = "SESSION")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(names = "--epochs", descriptionKey = "epochs", paramLabel = "COUNT")
    private @Nullable Integer epochs;

    @Option(names = "--rate", descriptionKey = "rate", paramLabel = "NUMBER")
    private @Nullable Double rate;

    @Option(names = "--out", descriptionKey = "out", paramLabel = "SESSION", required = true)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Override
    public Integer call() {
        Path target = SessionFile.named(out);
        new OutFile(spec, target).check();
        try (Interruption interruption = new Interruption()) {
            SavedSession saved = SessionFile.read(file);
            Optional<String> refusal = Trainer.refusal(saved.session());
            if (refusal.isPresent()) {
                throw FormatException.because(refusal.get());
            }
            Session session =
                    saved.session().withTraining(changed(saved.session().training()));
            MistakenTraining training = new MistakenTraining(session, session.training());
            Snapshot last = trained(training, session.updatesPerEpoch(), interruption);
            Session after = training.at(last);
            SessionFile.write(
                    new SavedSession(
                            after,
                            Schedule.of(after).length(),
                            saved.breakpoints(),
                            saved.watches(),
                            saved.view(),
                            saved.lesson()),
                    target);
            return told(last, training.count(), session.updatesPerEpoch());
        } catch (FormatException | TooLargeException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private Training changed(Training own) {
        if (epochs != null && epochs < 0 || rate != null && !(rate >= 0 && rate <= Double.MAX_VALUE)) {
            throw new ParameterException(spec.commandLine(), TEXTS.get("train.negative"));
        }
        Training rated = rate == null ? own : own.with(own.learningRate().withRate(rate));
        return epochs == null ? rated : rated.withEpochs(epochs);
    }

    /** As far as it came: all epochs, or to where it was interrupted or left the finite numbers. */
    private Snapshot trained(MistakenTraining training, int perEpoch, Interruption interruption) {
        int all = training.count();
        ProgressLine line = new ProgressLine(spec.commandLine().getErr(), ProgressLine.hasTerminal());
        Snapshot now = training.first();
        while (now.epoch() < all && !now.hasDiverged() && !now.isStopped() && !interruption.isWished()) {
            now = training.next(now);
            line.show(
                    now.epoch(),
                    all,
                    TEXTS.get("train.progress", now.epoch() / perEpoch, all / perEpoch, Numerals.brief(now.loss(), 4)));
        }
        line.clear();
        return now;
    }

    private int told(Snapshot last, int all, int perEpoch) {
        if (last.epoch() == all || last.isStopped()) {
            return ExitCode.OK;
        }
        String key = last.hasDiverged() ? "train.diverged" : "train.interrupted";
        spec.commandLine().getErr().println(TEXTS.get(key, last.epoch() / perEpoch, all / perEpoch));
        spec.commandLine().getErr().flush();
        return ExitCode.SOFTWARE;
    }
}
