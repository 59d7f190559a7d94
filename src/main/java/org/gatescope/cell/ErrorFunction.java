package org.gatescope.cell;

/** The normal distribution, by the error function of fdlibm (Sun Microsystems 1993): within one unit in the last place. */
final class ErrorFunction {
    /** 1 / √(2π) */
    static final double DENSITY_AT_ZERO = 0.3989422804014327;

    private static final double SQRT_HALF = 0.7071067811865476;
    /** Beyond it erf is 1 to the last digit. */
    private static final double LARGEST = 6;
    /** About erf(1), with few digits. */
    private static final double AT_ONE = 8.45062911510467529297e-01;

    // quotients of polynomials, the lowest power first: near 0, near 1, up to 1 / 0.35, beyond
    private static final double[] P0 = {
        1.28379167095512558561e-01,
        -3.25042107247001499370e-01,
        -2.84817495755985104766e-02,
        -5.77027029648944159157e-03,
        -2.37630166566501626084e-05
    };
    private static final double[] Q0 = {
        1,
        3.97917223959155352819e-01,
        6.50222499887672944485e-02,
        5.08130628187576562776e-03,
        1.32494738004321644526e-04,
        -3.96022827877536812320e-06
    };
    private static final double[] P1 = {
        -2.36211856075265944077e-03,
        4.14856118683748331666e-01,
        -3.72207876035701323847e-01,
        3.18346619901161753674e-01,
        -1.10894694282396677476e-01,
        3.54783043256182359371e-02,
        -2.16637559486879084300e-03
    };
    private static final double[] Q1 = {
        1,
        1.06420880400844228286e-01,
        5.40397917702171048937e-01,
        7.18286544141962662868e-02,
        1.26171219808761642112e-01,
        1.36370839120290507362e-02,
        1.19844998467991074170e-02
    };
    private static final double[] P2 = {
        -9.86494403484714822705e-03, -6.93858572707181764372e-01, -1.05586262253232909814e+01,
        -6.23753324503260060396e+01, -1.62396669462573470355e+02, -1.84605092906711035994e+02,
        -8.12874355063065934246e+01, -9.81432934416914548592e+00
    };
    private static final double[] Q2 = {
        1,
        1.96512716674392571292e+01,
        1.37657754143519042600e+02,
        4.34565877475229228821e+02,
        6.45387271733267880336e+02,
        4.29008140027567833386e+02,
        1.08635005541779435134e+02,
        6.57024977031928170135e+00,
        -6.04244152148580987438e-02
    };
    private static final double[] P3 = {
        -9.86494292470009928597e-03, -7.99283237680523006574e-01, -1.77579549177547519889e+01,
        -1.60636384855821916062e+02, -6.37566443368389627722e+02, -1.02509513161107724954e+03,
        -4.83519191608651397019e+02
    };
    private static final double[] Q3 = {
        1,
        3.03380607434824582924e+01,
        3.25792512996573918826e+02,
        1.53672958608443695994e+03,
        3.19985821950859553908e+03,
        2.55305040643316442583e+03,
        4.74528541206955367215e+02,
        -2.24409524465858183362e+01
    };

    private ErrorFunction() {}

    /** Φ(a) = ½ (1 + erf(a / √2)): the share of a normal distribution that lies below a. */
    static double normal(double a) {
        return 0.5 * (1 + erf(a * SQRT_HALF));
    }

    /** φ(a) = exp(−a² / 2) / √(2π) */
    static double density(double a) {
        return DENSITY_AT_ZERO * Math.exp(-a * a / 2);
    }

    static double erf(double x) {
        double size = Math.abs(x);
        if (size < 0.84375) {
            return x + x * quotient(P0, Q0, x * x);
        }
        return Math.copySign(ofPositive(size), x);
    }

    private static double ofPositive(double x) {
        if (x < 1.25) {
            return AT_ONE + quotient(P1, Q1, x - 1);
        }
        if (x >= LARGEST) {
            return 1;
        }
        double s = 1 / (x * x);
        double ratio = x < 1 / 0.35 ? quotient(P2, Q2, s) : quotient(P3, Q3, s);
        // x² is split, so that the rounding of the square does not grow in its power
        double head = Double.longBitsToDouble(Double.doubleToRawLongBits(x) & 0xffffffff00000000L);
        double power = Math.exp(-head * head - 0.5625) * Math.exp((head - x) * (head + x) + ratio);
        return 1 - power / x;
    }

    private static double quotient(double[] numerator, double[] denominator, double x) {
        return polynomial(numerator, x) / polynomial(denominator, x);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * x + coefficients[k];
        }
        return sum;
    }
}
