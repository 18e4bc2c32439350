package careworkforce.common.estimate.absorb;

/**
 * Connected components of the graph that joins two effects' levels wherever a row has both.
 *
 * <p>Each component makes one dummy redundant (Abowd, Creecy and Kramarz 2002).
 */
public final class Components {
  private Components() {}

  /** Number of components among the levels that occur. */
  public static int count(int[] left, int leftLevels, int[] right, int rightLevels) {
    int[] parent = new int[leftLevels + rightLevels];
    java.util.Arrays.fill(parent, -1);
    int components = 0;
    for (int i = 0; i < left.length; i++) {
      int a = left[i];
      int b = leftLevels + right[i];
      if (parent[a] < 0) {
        parent[a] = a;
        components++;
      }
      if (parent[b] < 0) {
        parent[b] = b;
        components++;
      }
      components -= DisjointSets.join(parent, a, b) ? 1 : 0;
    }
    return components;
  }
}
