package careworkforce.common.estimate.absorb;

/**
 * Disjoint sets as a forest of parents: the root of a set is its least member, so that joining in
 * any order gives the same roots. Paths are halved on the way.
 */
public final class DisjointSets {
  private DisjointSets() {}

  /** The root of a node's set. */
  public static int root(int[] parent, int node) {
    int walk = node;
    while (parent[walk] != walk) {
      parent[walk] = parent[parent[walk]];
      walk = parent[walk];
    }
    return walk;
  }

  /** Makes the sets of two nodes one; false if they were. */
  public static boolean join(int[] parent, int a, int b) {
    int left = root(parent, a);
    int right = root(parent, b);
    parent[Math.max(left, right)] = Math.min(left, right);
    return left != right;
  }
}
