package org.gatescope.format;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are, each reader gives a result or its own exception, within bounded memory and time. */
class UntrustedInputFuzz {
    /** Of one target; Jazzer has the seeds before, so that its own annotation stands last. */
    private static final String TIME = "3m";

    @MethodSource("npyCorpus")
    @FuzzTest(maxDuration = TIME)
    void npy(byte[] content) throws IOException {
        UntrustedInput.NPY.read(content);
    }

    static Stream<byte[]> npyCorpus() {
        return UntrustedInput.NPY.corpus();
    }

    @MethodSource("zipCorpus")
    @FuzzTest(maxDuration = TIME)
    void zip(byte[] content) throws IOException {
        UntrustedInput.ZIP.read(content);
    }

    static Stream<byte[]> zipCorpus() {
        return UntrustedInput.ZIP.corpus();
    }

    @MethodSource("safetensorsCorpus")
    @FuzzTest(maxDuration = TIME)
    void safetensors(byte[] content) throws IOException {
        UntrustedInput.SAFETENSORS.read(content);
    }

    static Stream<byte[]> safetensorsCorpus() {
        return UntrustedInput.SAFETENSORS.corpus();
    }

    @MethodSource("pickleCorpus")
    @FuzzTest(maxDuration = TIME)
    void pickle(byte[] content) throws IOException {
        UntrustedInput.PICKLE.read(content);
    }

    static Stream<byte[]> pickleCorpus() {
        return UntrustedInput.PICKLE.corpus();
    }

    @MethodSource("onnxCorpus")
    @FuzzTest(maxDuration = TIME)
    void onnx(byte[] content) throws IOException {
        UntrustedInput.ONNX.read(content);
    }

    static Stream<byte[]> onnxCorpus() {
        return UntrustedInput.ONNX.corpus();
    }

    @MethodSource("hdfCorpus")
    @FuzzTest(maxDuration = TIME)
    void hdf(byte[] content) throws IOException {
        UntrustedInput.HDF.read(content);
    }

    static Stream<byte[]> hdfCorpus() {
        return UntrustedInput.HDF.corpus();
    }

    @MethodSource("sessionCorpus")
    @FuzzTest(maxDuration = TIME)
    void session(byte[] content) throws IOException {
        UntrustedInput.SESSION.read(content);
    }

    static Stream<byte[]> sessionCorpus() {
        return UntrustedInput.SESSION.corpus();
    }

    @MethodSource("verifyCorpus")
    @FuzzTest(maxDuration = TIME)
    void verify(byte[] content) throws IOException {
        UntrustedInput.VERIFY.read(content);
    }

    static Stream<byte[]> verifyCorpus() {
        return UntrustedInput.VERIFY.corpus();
    }

    @MethodSource("cellCorpus")
    @FuzzTest(maxDuration = TIME)
    void cell(byte[] content) throws IOException {
        UntrustedInput.CELL.read(content);
    }

    static Stream<byte[]> cellCorpus() {
        return UntrustedInput.CELL.corpus();
    }

    @MethodSource("clipboardCorpus")
    @FuzzTest(maxDuration = TIME)
    void clipboard(byte[] content) throws IOException {
        UntrustedInput.CLIPBOARD.read(content);
    }

    static Stream<byte[]> clipboardCorpus() {
        return UntrustedInput.CLIPBOARD.corpus();
    }

    @MethodSource("dataCorpus")
    @FuzzTest(maxDuration = TIME)
    void data(byte[] content) throws IOException {
        UntrustedInput.DATA.read(content);
    }

    static Stream<byte[]> dataCorpus() {
        return UntrustedInput.DATA.corpus();
    }
}
