package org.gatescope.engine.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.gatescope.cell.Shape;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;

/**
 * Eigenvalues and singular values of a square matrix: of recurrent weights, or of a step's Jacobian.
 *
 * @param eigenvalues    as many as rows, the largest modulus first, of a conjugate pair the one above the real axis first
 * @param singularValues as many as rows, the largest first
 */
public record Spectrum(List<Complex> eigenvalues, List<Double> singularValues) {
    public Spectrum {
        eigenvalues = List.copyOf(eigenvalues);
        singularValues = List.copyOf(singularValues);
    }

    /** @throws UnfitMatrixException if the matrix is not square, or NaN or an infinity is in it */
    public static Spectrum of(Matrix matrix) {
        DMatrixRMaj square = square(matrix);
        return new Spectrum(Decompositions.eigenvalues(square), Decompositions.singularValues(square));
    }

    /** Full names of the matrices from units to as many units, (H, H): those that {@code h @ …} takes. */
    public static List<String> recurrentMatrices(Network network) {
        List<String> names = new ArrayList<>();
        for (Part part : network.parts()) {
            for (Map.Entry<String, Shape> parameter :
                    part.layer().cell().parameters().entrySet()) {
                String name = part.parameter(parameter.getKey());
                if (parameter.getValue().isSquare() && !names.contains(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** The largest modulus of an eigenvalue; 0 for a matrix without rows. */
    public double radius() {
        return eigenvalues.isEmpty() ? 0 : eigenvalues.getFirst().modulus();
    }

    /** The matrix with NaN, infinities and other forms refused. */
    static DMatrixRMaj square(Matrix matrix) {
        if (matrix.rows() != matrix.columns()) {
            throw new UnfitMatrixException("matrix.square", matrix.rows(), matrix.columns());
        }
        DMatrixRMaj square = Decompositions.dense(matrix);
        Decompositions.requireFinite(square);
        return square;
    }
}
