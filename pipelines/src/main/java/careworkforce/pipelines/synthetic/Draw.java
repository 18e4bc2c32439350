package careworkforce.pipelines.synthetic;

/**
 * A stream of pseudo-random draws that depends on nothing but the world's seed, the kind of entity
 * and its number. So whatever is drawn for an entity is the same wherever and whenever it is drawn.
 * The generator is SplitMix64 (Steele, Lea and Flood 2014); logarithms and roots are those of
 * {@link StrictMath}, equal on every machine.
 */
public final class Draw {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** exp(-745) and less is nought. */
  private static final double MOST_AT_ONCE = 500;

  private long state;

  private Draw(long state) {
    this.state = state;
  }

  /** The stream of an entity. */
  public static Draw of(long seed, String kind, long entity) {
    return new Draw(mix(mix(seed ^ ((long) kind.hashCode() << 32)) + mix(entity + GOLDEN)));
  }

  /** A bijection of 64 bits that leaves no pattern: the finaliser of SplitMix64. */
  public static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** 64 random bits. */
  public long bits() {
    state += GOLDEN;
    return mix(state);
  }

  /** Uniform on [0, 1). */
  public double uniform() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /** True with a probability. */
  public boolean chance(double probability) {
    return uniform() < probability;
  }

  /** A whole number in [0, bound). */
  public int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** A whole number in [least, most]. */
  public int between(int least, int most) {
    return least + below(most - least + 1);
  }

  /** Standard normal, by Box and Muller. */
  public double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
  }

  /** Exponential with a mean. */
  public double exponential(double mean) {
    return -mean * StrictMath.log(1 - uniform());
  }

  /** Poisson, by multiplying uniforms (Knuth), of a large mean part by part. */
  public int poisson(double mean) {
    int count = 0;
    double left = mean;
    while (left > MOST_AT_ONCE) {
      count += poissonAtOnce(MOST_AT_ONCE);
      left -= MOST_AT_ONCE;
    }
    return count + poissonAtOnce(left);
  }

  private int poissonAtOnce(double mean) {
    double limit = StrictMath.exp(-mean);
    int count = 0;
    for (double product = uniform(); product > limit; product *= uniform()) {
      count++;
    }
    return count;
  }

  /** The index of one of the weights, in proportion to it. */
  public int pick(double... weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = uniform() * total;
    for (int i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** One of the values, each as likely. */
  @SafeVarargs
  public final <T> T oneOf(T... values) {
    return values[below(values.length)];
  }
}
