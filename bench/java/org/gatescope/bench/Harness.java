package org.gatescope.bench;

import java.util.Collection;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one JMH benchmark in a JVM of its own. */
final class Harness {
    private Harness() {}

    /**
     * @param parameters values of the benchmark's parameters
     * @param seconds    of warming up, and as many of measuring
     */
    static Collection<RunResult> run(
            Class<?> benchmark, String method, Map<String, String> parameters, int seconds, String... jvmArguments)
            throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmark.getName().replace(".", "\\.") + "\\." + method + "$")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .forks(1)
                .warmupIterations(1)
                .warmupTime(TimeValue.seconds(seconds))
                .measurementIterations(1)
                .measurementTime(TimeValue.seconds(seconds))
                .jvmArgsAppend(jvmArguments);
        parameters.forEach(options::param);
        return new Runner(options.build()).run();
    }

    /** The median in the benchmark's own unit. */
    static double median(
            Class<?> benchmark, String method, Map<String, String> parameters, int seconds, String... jvmArguments)
            throws RunnerException {
        return run(benchmark, method, parameters, seconds, jvmArguments)
                .iterator()
                .next()
                .getPrimaryResult()
                .getStatistics()
                .getPercentile(50);
    }
}
