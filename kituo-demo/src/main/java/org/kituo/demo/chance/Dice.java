package org.kituo.demo.chance;

/**
 * A stream of pseudo-random numbers that starts at coordinates (seed, facility, period, ...).
 *
 * <p>The generator is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", 2014), written out here and used with {@link StrictMath} so that the same arguments
 * give the same bytes on every Java and every processor. Streams of different coordinates are
 * independent for our purpose, so that reports can be generated in any order.
 */
public final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double POISSON_BY_PRODUCT_UP_TO = 30;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /** The stream that belongs to these coordinates. */
  public static Dice at(long... coordinates) {
    return new Dice(hash(coordinates));
  }

  /** A well mixed number for these coordinates. */
  public static long hash(long... coordinates) {
    long h = GOLDEN;
    for (long c : coordinates) {
      h = mix(h + GOLDEN + mix(c + GOLDEN));
    }
    return h;
  }

  /** A well mixed number for a text; differs from {@link String#hashCode} in having 64 bits. */
  public static long hash(String text) {
    long h = 0xCBF29CE484222325L; // FNV-1a
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * 0x100000001B3L;
    }
    return mix(h);
  }

  private static long mix(long x) {
    long z = x;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** Uniform in [0, 1). */
  public double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in [low, high). */
  public double between(double low, double high) {
    return low + (high - low) * unit();
  }

  /** Uniform in 0 .. bound - 1. */
  public int below(int bound) {
    return (int) (unit() * bound);
  }

  /** True with this probability. */
  public boolean chance(double probability) {
    return unit() < probability;
  }

  /** Standard normal (Box-Muller; the second number of the pair is thrown away for simplicity). */
  public double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    return radius * StrictMath.cos(2 * StrictMath.PI * unit());
  }

  /** Log-normal around this median; {@code spread} is the standard deviation of the logarithm. */
  public double logNormal(double median, double spread) {
    return median * StrictMath.exp(spread * normal());
  }

  /** A Poisson count; large means by the rounded normal, which is close enough above 30. */
  public int count(double mean) {
    if (mean <= 0) {
      return 0;
    }
    if (mean > POISSON_BY_PRODUCT_UP_TO) {
      return (int) Math.max(0, StrictMath.rint(mean + StrictMath.sqrt(mean) * normal()));
    }
    double limit = StrictMath.exp(-mean);
    double product = unit();
    int n = 0;
    while (product > limit) {
      product *= unit();
      n++;
    }
    return n;
  }

  /** How many of {@code of} things happen, each with this probability (normal for large counts). */
  public int some(int of, double probability) {
    double p = Math.clamp(probability, 0.0, 1.0);
    if (of > 2 * POISSON_BY_PRODUCT_UP_TO) {
      double guess = of * p + StrictMath.sqrt(of * p * (1 - p)) * normal();
      return (int) Math.clamp(StrictMath.rint(guess), 0.0, (double) of);
    }
    int n = 0;
    for (int i = 0; i < of; i++) {
      if (unit() < p) {
        n++;
      }
    }
    return n;
  }
}
